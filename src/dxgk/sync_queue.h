/* SPDX-License-Identifier: MIT */
/*
 * Waits and signals of a GPU context, in order with what it submits.
 *
 * While a wait or a signal is under way, submissions queue up behind it instead of going to the
 * scheduler. A thread of the context works the queue off; a context that never synchronises has
 * neither queue nor thread.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtwaitforsynchronizationobject,
 * -d3dkmtsignalsynchronizationobject
 */
#ifndef DXGK_SYNC_QUEUE_H
#define DXGK_SYNC_QUEUE_H

#include "dxgk/submission.h"
#include "object/sync.h"

#define SYNC_OBJECTS_MAX 32u /* D3DDDI_MAX_OBJECT_WAITED_ON, _SIGNALED */

/**
 * dxgk_context_wait_for - what the context submits from now on waits for all the objects
 * @values: for fences, one per object
 * A lost device waits no longer. Returns: STATUS_SUCCESS; STATUS_NO_MEMORY, also when
 * too much is queued up already.
 */
NTSTATUS dxgk_context_wait_for(struct context *context, struct sync_object *const *objects,
                               const uint64_t *values, uint32_t count);
/** dxgk_context_signal - when all the context has submitted so far is done, signal the objects
 * @at_submission: already when it is with the hardware
 * Returns: as dxgk_context_wait_for. */
NTSTATUS dxgk_context_signal(struct context *context, struct sync_object *const *objects,
                             const uint64_t *values, uint32_t count, bool at_submission);

/** sync_queue_defer - Returns: true when the submission has to wait for its turn in the queue */
bool sync_queue_defer(struct submission *submission);
/** sync_queue_end - the context goes: waits end, signals are not given, submissions go through */
void sync_queue_end(struct context *context);

#endif /* DXGK_SYNC_QUEUE_H */
