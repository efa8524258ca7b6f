/* SPDX-License-Identifier: MIT */
/* The yardstick of a small fill: an empty submit to lavapipe, and the wait for its fence. */
#ifndef BENCH_VULKAN_PEER_H
#define BENCH_VULKAN_PEER_H

/**
 * vulkan_peer_submit_us - microseconds of one empty vkQueueSubmit and vkWaitForFences
 * The device is opened on first use and kept.
 * Returns: NAN, after bench_note_peer, when there is no lavapipe here.
 */
double vulkan_peer_submit_us(void);

/** vulkan_peer_close - let go of the device; nothing happens when there is none */
void vulkan_peer_close(void);

#endif /* BENCH_VULKAN_PEER_H */
