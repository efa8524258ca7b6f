/* SPDX-License-Identifier: MIT */
/*
 * Clients on an adapter: who may call into it, and how it is taken away from them.
 *
 * An adapter that is stopped or removed while clients have it open goes through dxgk_adapter_revoke
 * first: no call begins any more, and those under way have ended when it returns.
 */
#ifndef DXGK_CLIENT_H
#define DXGK_CLIENT_H

#include "dxgk/device.h"

/**
 * dxgk_client_enter - a client's call is about to use the adapter
 * Returns: false when the adapter is stopped or removed; the client gets STATUS_DEVICE_REMOVED.
 * Each success is paired with dxgk_client_leave. IRQL: PASSIVE_LEVEL.
 */
DXGH_MUST_CHECK bool dxgk_client_enter(struct adapter *adapter);
void dxgk_client_leave(struct adapter *adapter);

/** dxgk_adapter_is_revoked - clients have lost it */
bool dxgk_adapter_is_revoked(const struct adapter *adapter);

/**
 * dxgk_adapter_revoke - refuse new calls of clients and wait for those inside to leave
 * Not from inside such a call. IRQL: PASSIVE_LEVEL.
 */
void dxgk_adapter_revoke(struct adapter *adapter);

/** dxgk_adapter_is_idle - no work of the GPU is queued or under way. What a context holds back
 * until an object is signalled is not queued. */
bool dxgk_adapter_is_idle(const struct adapter *adapter);
/** dxgk_adapter_retired - woken whenever work of the GPU is done or dropped */
struct wait_queue *dxgk_adapter_retired(struct adapter *adapter);

/** dxgk_adapter_first, dxgk_adapter_next - the adapters of a machine, in order of start */
struct adapter *dxgk_adapter_first(struct machine *machine);
struct adapter *dxgk_adapter_next(struct adapter *adapter);
/** dxgk_adapter_luid - the number the adapter goes by everywhere: DXGK_START_INFO.AdapterLuid */
LUID dxgk_adapter_luid(const struct adapter *adapter);
uint32_t dxgk_adapter_source_count(const struct adapter *adapter);

/** dxgk_context_info - the sizes the driver asked for; constant while the context lives */
const DXGK_CONTEXTINFO *dxgk_context_info(const struct context *context);
struct device *dxgk_context_device(const struct context *context);
/**
 * dxgk_device_set_error - the client says its device is broken; nothing of it runs any more
 * Choice: the state is that of a DMA fault; no page says which one a client's mark leads to.
 */
void dxgk_device_set_error(struct device *device);

#endif /* DXGK_CLIENT_H */
