/**
 * The clinical path played over the public API of a running stack: once in full and explained ({@link
 * health.stillpoint.local.walkthrough.Walkthrough}), or quietly for a handful of synthetic patients ({@link
 * health.stillpoint.local.walkthrough.Population}). Knows the backend as any client does: over HTTP, by its contracts.
 */
package health.stillpoint.local.walkthrough;
