/** {@code ./stillpoint bench foundation}: what the services cost, beside raw JDBC on the same database in the same run. */
package health.stillpoint.bench;
