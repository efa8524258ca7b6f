/* SPDX-License-Identifier: MIT */
#include "dxgk/register_watch.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate.h"
#include "machine/fiber.h"
#include "verify/verify.h"

static bool is_alone(const struct dxgk *dxgk, const struct fiber *fiber)
{
    LIST_FOR_EACH(link, &dxgk->adapters) {
        if (LIST_ENTRY_OF(link, struct adapter, link)->levels.exclusive == fiber) {
            return true;
        }
    }
    return false;
}

static void judge(struct machine *machine, uint64_t bar_and_offset, const char *how)
{
    const char *ddi = machine->running->ddi;
    unsigned long long offset = bar_and_offset & UINT32_MAX;

    if (ddi == ddi_info(DDI_RenderKm)->name) {
        verify_report(
            machine, RULE_RENDERKM_31, ddi,
            "Register %#llx was %s while commands are translated. Build the DMA buffer in "
            "memory; the hardware is told of it in DxgkDdiSubmitCommand.",
            offset, how);
    } else if (ddi == ddi_info(DDI_Escape)->name && !is_alone(dxgk_of(machine), machine->running)) {
        verify_report(
            machine, RULE_ESC_04, ddi,
            "Register %#llx was %s by an escape without HardwareAccess, while the GPU and other "
            "threads may use it. Fail such a request when Flags.HardwareAccess is 0.",
            offset, how);
    }
}

static void observe(struct machine *machine, enum machine_event event, uint64_t a, uint64_t b)
{
    dxgk_of(machine)->observer(machine, event, a, b);
    if ((event == MACHINE_EVENT_REGISTER_READ || event == MACHINE_EVENT_REGISTER_WRITE) &&
        machine->running->in_driver && machine->running->ddi != NULL) {
        judge(machine, a, event == MACHINE_EVENT_REGISTER_READ ? "read" : "written");
    }
}

void register_watch_begin(struct machine *machine)
{
    struct dxgk *dxgk = dxgk_of(machine);

    if (dxgk->observer == NULL && machine->hooks.event != NULL) {
        dxgk->observer = machine->hooks.event;
        machine->hooks.event = observe;
    }
}
