/**
 * What the house is shipped with, checked without a cluster, an engine or a network: manifests, compose file,
 * image recipe, realm, alerts.
 */
package health.stillpoint.system.ship;
