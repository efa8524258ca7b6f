/* SPDX-License-Identifier: MIT */
/*
 * Sync levels: who may be inside the driver together.
 *
 * Source: display/threading-and-synchronization-zero-level.md, -first-level.md, -second-level.md,
 * -third-level.md. Choice: "no two threads of one process" counts calls at levels zero and one that
 * a client process makes; ISR, DPC and the kernel's own threads are outside it.
 */
#ifndef DXGK_LEVEL_H
#define DXGK_LEVEL_H

#include "dxgk/gate.h"
#include "object/wait.h"

struct level_state {
    uint32_t inside;         /* threads in level zero and one */
    struct fiber *exclusive; /* the thread in level two or three */
    uint32_t waiting;        /* threads that want to be there, and go first */
    bool closed;             /* a recovery lets nobody in any more */
    struct fiber *class_owner[DDI_CLASS_COUNT];
    struct wait_queue changed;
};

void level_init(struct level_state *state);

/**
 * level_enter - wait until the level lets this thread in; level_leave gives it back
 * A thread that is inside already passes: the driver called back and we call it again, or the
 * caller entered the class before its call to look at something. While
 * somebody waits for level two or three all others stand back, so that a flood of work ends, except
 * the scheduler, which makes the GPU idle.
 * IRQL: PASSIVE_LEVEL. May wait, also for the GPU.
 */
void level_enter(struct adapter *adapter, struct gate_call *call, enum ddi_class class);
void level_leave(struct adapter *adapter, struct gate_call *call, enum ddi_class class);

/**
 * level_wait_shared - until no other thread is alone in the driver
 * For who hands work to the scheduler: whoever is alone was promised that it has none (SYNC-04). A
 * recovery is not waited for: it drops what it finds there.
 * No point between its return and the next of the caller. IRQL: PASSIVE_LEVEL.
 */
void level_wait_shared(struct adapter *adapter);

/**
 * level_close - let nobody in any more, and wait until everybody is out
 * The caller is alone inside until level_open: the calls it makes pass. The GPU need not be idle.
 * Returns: false when the time was over before.
 * IRQL: PASSIVE_LEVEL.
 */
bool level_close(struct adapter *adapter, uint64_t deadline_ns);
void level_open(struct adapter *adapter);

#endif /* DXGK_LEVEL_H */
