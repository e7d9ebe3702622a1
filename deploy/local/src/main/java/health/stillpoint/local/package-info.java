/**
 * The whole backend on one machine: the launcher behind {@code ./stillpoint} and the library form of it,
 * {@link health.stillpoint.local.LocalStack}, for system tests.
 */
package health.stillpoint.local;
