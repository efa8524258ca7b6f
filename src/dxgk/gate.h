/* SPDX-License-Identifier: MIT */
/*
 * The gate: what happens around every call into the driver.
 *
 * In: wait for the sync level, set the IRQL, trace, a point. Out: check IRQL and status, trace,
 * give the level back, a point. Faults inside are the driver's (machine/fault.h).
 */
#ifndef DXGK_GATE_H
#define DXGK_GATE_H

#include "machine/machine.h"
#include "verify/verify.h"

#include <dispmprt.h>

struct adapter;
struct device;
struct interrupt_line;

enum ddi {
#define DDI(name, since, irql, level, class, rule, statuses) DDI_##name,
#include "dxgk/ddi.def"
#undef DDI
    DDI_COUNT,
};

enum ddi_irql { DDI_IRQL_PASSIVE, DDI_IRQL_DISPATCH, DDI_IRQL_DEVICE, DDI_IRQL_ANY };

/* Source: display/threading-and-synchronization-model-of-display-miniport-driver.md */
enum ddi_level {
    DDI_LEVEL_NONE,  /* interrupt time and emergencies */
    DDI_LEVEL_ZERO,  /* with anything, but one thread per process */
    DDI_LEVEL_ONE,   /* one thread per class */
    DDI_LEVEL_TWO,   /* alone, GPU drained */
    DDI_LEVEL_THREE, /* alone, GPU drained, memory evicted */
};

enum ddi_class {
    DDI_CLASS_NONE,
    DDI_CLASS_SCHEDULER,
    DDI_CLASS_POINTER,
    DDI_CLASS_SWIZZLING,
    DDI_CLASS_OVERLAY,
    DDI_CLASS_CHILD,
    DDI_CLASS_COUNT,
};

#define DDI_STATUSES_MAX 10u

/* STATUS_GRAPHICS_DRIVER_MISMATCH in the headers of another compiler: a success. Not on the list of
 * DxgkDdiEscape, but a rule of its own (ESC-02). */
#define ESCAPE_FALSE_MISMATCH ((NTSTATUS)0x401E0117)

struct ddi_info {
    const char *name; /* "DxgkDdiRenderKm" */
    uint32_t since;   /* DXGKDDI_INTERFACE_VERSION_x of its slot */
    uint32_t slot;    /* byte offset in struct driver_table */
    enum ddi_irql irql;
    enum ddi_level level;
    enum ddi_class class;
    enum rule rule; /* of a status that is not allowed; RULE_COUNT when any is */
    NTSTATUS statuses[DDI_STATUSES_MAX]; /* allowed besides success; zero ends the list */
};

struct ddi_statistics {
    uint64_t count;
    uint64_t failures;   /* calls that answered an error status */
    uint64_t virtual_ns; /* spent inside, waits included */
    uint64_t longest_ns;
};

struct gate_call {
    struct adapter *adapter;
    struct fiber *fiber;
    struct process *process;
    const char *outer_ddi;
    uint64_t entered_ns;
    uint64_t polled_ns; /* of the fiber, when it entered */
    enum ddi ddi;
    enum ddi_level level;  /* held; none in a call from within another */
    enum ddi_level wanted; /* of the DDI */
    uint32_t outer_locks;  /* spin locks the thread held when it entered */
    uintptr_t outer_stack_limit;
    uint64_t outer_balance; /* regions, mutexes: nt/balance.h */
    uint8_t outer_irql;
    uint8_t irql;
    bool outer_in_driver;
    struct interrupt_line *held; /* kept back while the driver is called at its IRQL; NULL: none */
    bool outer_bad_handle;
};

const struct ddi_info *ddi_info(enum ddi ddi);

/** gate_level_of - the synchronization level of a DDI by its name; DDI_LEVEL_NONE when it is none
 */
enum ddi_level gate_level_of(const char *name);

/**
 * gate_enter, gate_enter_level - everything before the driver's function runs
 * @level: for the DDIs whose level depends on their arguments
 * IRQL: as ddi.def says; SubmitCommand and its like are entered at PASSIVE_LEVEL and raised here.
 */
void gate_enter(struct gate_call *call, struct adapter *adapter, enum ddi ddi);
void gate_enter_level(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                      enum ddi_level level);
/**
 * gate_enter_asked - the same for what a client asks for
 * @asker: its device, which may be lost while the level is waited for; NULL: it named none
 * Returns: false when the device was lost, clients have lost the adapter, or it recovers from a
 * timeout: the driver is not entered, and there is nothing to leave (KMTESC-06, ESC-22).
 */
DXGH_MUST_CHECK bool gate_enter_asked(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                                      enum ddi_level level, const struct device *asker);
/**
 * gate_enter_synchronized - the same for a DDI that is called in place of the interrupt routine: at
 * device IRQL, its line held back. Enters at PASSIVE_LEVEL. */
void gate_enter_synchronized(struct gate_call *call, struct adapter *adapter, enum ddi ddi,
                             enum ddi_level level);
/** gate_leave - everything after; `result` is for the trace */
void gate_leave(struct gate_call *call, uint32_t result);
/** gate_leave_status - the same, and holds the status against the DDI's list */
void gate_leave_status(struct gate_call *call, NTSTATUS status);
/** gate_locate - the driver's function behind the name of a DDI, for reports; 0 when there is none
 */
uintptr_t gate_locate(struct machine *machine, const char *name);
/** gate_read - copy what a pointer of the driver's points to; a fault is the driver's */
void gate_read(struct adapter *adapter, void *copy, const void *pointer, size_t bytes);
/** gate_absent - the slot of a DDI that was wanted is empty */
void gate_absent(struct adapter *adapter, enum ddi ddi);

/**
 * gate_flip - DxgkDdiSetVidPnSourceAddress for a flip (FlipOnVSyncMmIo); mode switches go the
 * ordinary way. Called at device IRQL, inside level zero, so that it never meets a call of level
 * two or three. The slot is filled. Returns: what the driver answered; STATUS_DEVICE_NOT_READY
 * without an interrupt. IRQL: PASSIVE_LEVEL. Source: nc-d3dkmddi-dxgkddi_setvidpnsourceaddress.md
 */
NTSTATUS gate_flip(struct adapter *adapter, const DXGKARG_SETVIDPNSOURCEADDRESS *args);

/** gate_escape_level - two with HardwareAccess, else zero. Source: flow of DxgkDdiEscape */
enum ddi_level gate_escape_level(const DXGKARG_ESCAPE *args);

/** gate_collect_level - zero for a timeout's report; a bug check's may come from anywhere.
 * Source: nc-d3dkmddi-dxgkddi_collectdbginfo.md */
enum ddi_level gate_collect_level(const DXGKARG_COLLECTDBGINFO *args);

/* Leaving the driver for a while: a callback of ours runs on its stack. */
struct callback_call {
    struct machine *machine;
    struct fiber *fiber;
    const char *outer_callback;
    uintptr_t stack_limit;
    bool was_in_driver;
};

/**
 * callback_enter, callback_leave - around the body of every DxgkCb
 * @name: "DxgkCbNotifyInterrupt"; static text
 * @irql_limit: highest documented IRQL; a breach is reported with its rule
 * A point on both sides.
 */
void callback_enter(struct callback_call *call, const char *name, uint8_t irql_limit);
void callback_leave(struct callback_call *call);

/**
 * callback_as_driver, callback_as_kernel - around a part of a callback that acts for the driver
 * What is made in between counts as the driver's, and a routine of its runs as its own code.
 */
void callback_as_driver(struct callback_call *call);
void callback_as_kernel(struct callback_call *call);

#endif /* DXGK_GATE_H */
