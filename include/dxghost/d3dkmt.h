/* SPDX-License-Identifier: MIT */
/*
 * The D3DKMT functions for ordinary programs: link with what `pkg-config dxghost-d3dkmt` says.
 *
 * The first call starts a machine with a display adapter and a desktop, which lives until the
 * program ends. The environment says which:
 *
 *   DXGHOST_DRIVER          shared object of the miniport; default: the reference driver
 *   DXGHOST_DEVICE          "softgpu", or the shared object of a device model
 *   DXGHOST_DEVICE_OPTIONS  for the device model
 *   DXGHOST_MODE            of the desktop, WIDTHxHEIGHT; default 1024x768, "none" for no desktop
 *   DXGHOST_SEED            a random schedule with that seed; default: the plain one
 *   DXGHOST_QUIET           1: no report at the end
 *
 * Time is virtual and stands still between calls. The functions may be called from any thread: one
 * call is on the machine at a time, and one that waits lets those of other threads go on, which may
 * end the wait. While it waits for them, virtual time passes as fast as real time. A wait with a
 * timeout is over at once in a program of one thread, since time does not have to pass for anybody
 * else. What the driver did wrong is reported on standard error when the program ends.
 */
#ifndef DXGHOST_D3DKMT_H
#define DXGHOST_D3DKMT_H

#include <ntddk.h>

#include <d3dkmthk.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * dxghost_screenshot - what the monitor shows, as a PNG
 * Returns: 1, or 0 when there is no picture or the file cannot be written.
 */
int dxghost_screenshot(const char *path);

/**
 * dxghost_close - what CloseHandle is on Windows, for the HANDLEs that D3DKMTShareObjects and the
 * functions that open by name give
 * Returns: an NTSTATUS: 0, or STATUS_INVALID_HANDLE.
 */
int dxghost_close(void *handle);

/**
 * dxghost_event_create - what CreateEvent is: an event that the wait it ends resets
 * For CPU notifications and for waits that go on after their call. Returns: NULL when there is no
 * memory. Closed by dxghost_close.
 */
void *dxghost_event_create(void);
/** dxghost_event_set - Returns: an NTSTATUS: 0, or STATUS_INVALID_HANDLE */
int dxghost_event_set(void *event);
/**
 * dxghost_event_wait - until it is set, or that much virtual time has gone by
 * Returns: an NTSTATUS: 0, STATUS_TIMEOUT or STATUS_INVALID_HANDLE.
 */
int dxghost_event_wait(void *event, unsigned int milliseconds);

/** dxghost_error - why the machine did not start or stopped, in words; "" when it runs */
const char *dxghost_error(void);

/** dxghost_breaches - rules of the driver contract that were broken so far */
unsigned int dxghost_breaches(void);

#ifdef __cplusplus
}
#endif

#endif /* DXGHOST_D3DKMT_H */
