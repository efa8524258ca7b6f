/* SPDX-License-Identifier: MIT */
/* A client process: its handles, and the rule that one thread of it is inside the driver. */
#ifndef OBJECT_PROCESS_H
#define OBJECT_PROCESS_H

#include "object/handle.h"
#include "object/wait.h"

#define PROCESS_GPU_CLASS_NORMAL 2u

struct process {
    struct machine *machine;
    uint32_t references; /* its owner's, and one of each walk that waits while it looks at it */
    struct handle_table handles;
    uint32_t id;                 /* as PsGetCurrentProcessId would say: multiples of 4 */
    bool inside_driver;          /* a thread of it is in a DDI of level zero or one */
    struct wait_queue out;       /* threads that wait for that to end */
    struct list link;            /* of all processes of the machine, in order of creation */
    bool dying;                  /* its objects are being taken down: no call of it may start */
    uint32_t calls;              /* system calls of it that have not returned */
    uint32_t async_waits;        /* of them, waits that go on when their call has returned */
    uint32_t gpu_verifier_flags; /* D3DKMT_PROCESS_VERIFIER_VIDMM_FLAGS that were asked for */
    uint32_t gpu_class;          /* D3DKMT_SCHEDULINGPRIORITYCLASS of all its GPU work */
    struct wait_queue idle;      /* who waits for that to become 0 */
    char name[32];
};

/** process_create - Returns: a process, the owner's; ended by process_destroy or with the machine
 */
struct process *process_create(struct machine *machine, const char *name, uint32_t id);
/** process_destroy - the owner's reference. No thread works for it any more. Accepts NULL. */
void process_destroy(struct process *process);
/** process_get, process_put - it stays, and stays in the list, whoever destroys it meanwhile */
struct process *process_get(struct process *process);
void process_put(struct process *process);

/** process_attach - the running fiber works for this process from now on; NULL: for the system */
void process_attach(struct machine *machine, struct process *process);
/** process_current - of the running fiber; NULL for system threads, ISRs and DPCs */
struct process *process_current(struct machine *machine);

/** process_list - every process of the machine, by link. A walk that reaches a point holds a
 * reference on where it stands. */
struct list *process_list(struct machine *machine);

/** object_shares - what processes share: the handles are global, and known to whoever is told */
struct handle_table *object_shares(struct machine *machine);

#endif /* OBJECT_PROCESS_H */
