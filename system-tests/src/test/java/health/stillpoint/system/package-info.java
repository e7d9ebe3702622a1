/** The whole system as a black box, through the gateway, on real parts started once for all classes of a run. */
package health.stillpoint.system;
