package health.stillpoint.kit.sample;

import java.util.UUID;

record ThingMadeV1(UUID thingId, int number) {}
