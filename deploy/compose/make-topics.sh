#!/bin/bash
# The topics of the house. Eight partitions, keyed by patient id: a number the services count on, never changed in place.
set -euo pipefail
for topic in patient.events.v1 session.events.v1 outcome.events.v1; do
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
    --topic "$topic" --partitions 8 --replication-factor 1 --config retention.ms=604800000
done
for service in patient-service session-service outcome-service; do
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
    --topic "$service.dead-letter.v1" --partitions 1 --replication-factor 1 --config retention.ms=-1
done
