/**
 * The real parts a clinic's backend stands on, held inside one Java process: PostgreSQL, a Kafka broker and an OpenID
 * Connect issuer. Used by the launcher for the started system and by the tests; never by a production deployment.
 */
package health.stillpoint.local.parts;
