/* SPDX-License-Identifier: MIT */
/* What tests of the D3DKMT functions keep writing: opening, and the reference driver's requests. */
#ifndef TESTS_LIB_CLIENT_H
#define TESTS_LIB_CLIENT_H

#include "drivers/softgpu/softgpu_escape.h"
#include "tests/lib/stack.h"

#include <ntddk.h>
#include <d3dkmthk.h>

/* One opened adapter, with a device and a context if asked for. Handles; 0: not there. */
struct client {
    D3DKMT_HANDLE adapter;
    D3DKMT_HANDLE device;
    D3DKMT_HANDLE context;
    D3DKMT_CREATECONTEXT buffers; /* as D3DKMTCreateContext left it */
};

/** client_open - the first adapter. Fails the test when there is none. */
void client_open(struct client *client);
/** client_open_context - and a device with a context on node 0 */
void client_open_context(struct client *client);
/** client_close - closes what is there; each must succeed */
void client_close(struct client *client);

/** client_surface - a surface of the reference driver in the device, 32 bits, CPU-visible staging
 * kind. Returns: its handle. */
D3DKMT_HANDLE client_surface(const struct client *client, uint32_t kind, uint32_t width,
                             uint32_t height);
void client_surface_destroy(const struct client *client, D3DKMT_HANDLE surface);

/** client_escape - a private escape with these flags */
NTSTATUS client_escape(const struct client *client, uint32_t flags, void *data, uint32_t size);

/** client_sync - a synchronization object of the device; its information as the call left it.
 * Returns: its handle. */
D3DKMT_HANDLE client_sync(const struct client *client, D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info);
/** client_fence - a monitored fence of the device, at 0. Returns: its handle. */
D3DKMT_HANDLE client_fence(const struct client *client);
/** client_gpu_wait, client_gpu_signal - by the context; client_cpu_wait, client_cpu_signal - by the
 * processor, for monitored fences. One object each. Returns: the call's status. */
NTSTATUS client_gpu_wait(const struct client *client, D3DKMT_HANDLE object, uint64_t value);
NTSTATUS client_gpu_signal(const struct client *client, D3DKMT_HANDLE object, uint64_t value);
NTSTATUS client_cpu_wait(const struct client *client, D3DKMT_HANDLE object, UINT64 value);
NTSTATUS client_cpu_signal(const struct client *client, D3DKMT_HANDLE object, UINT64 value);
/** client_fill - a surface in one colour, on the context. It must succeed. */
void client_fill(const struct client *client, D3DKMT_HANDLE surface, uint32_t colour);

/** client_primary - a primary of source 0 in the device, 32 bits. Returns: its handle. */
D3DKMT_HANDLE client_primary(const struct client *client, uint32_t width, uint32_t height);
/** client_own_source - source 0, exclusively */
void client_own_source(const struct client *client);
/** client_flip - to a primary of a source that is owned. Returns: the call's status. */
NTSTATUS client_flip(const struct client *client, D3DKMT_HANDLE primary,
                     D3DDDI_FLIPINTERVAL_TYPE interval);

SG_ESCAPE_HEADER client_header(uint32_t request, uint32_t size);

/** client_process - make a new process and let the running fiber work for it */
struct process *client_process(struct machine *machine, const char *name, uint32_t id);

#endif /* TESTS_LIB_CLIENT_H */
