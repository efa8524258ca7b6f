/* SPDX-License-Identifier: MIT */
/* Programming the board's one CRTC. Callable at any IRQL, so nonpageable. */
#include "softgpu_kmd.h"

_Use_decl_annotations_ VOID
SgCrtcDisable(const SG_ADAPTER *Adapter)
{
    SgWriteRegister(Adapter, SOFTGPU_CRTC_CONTROL, 0);
}

/* Starts scanning out. The mode registers only take values while the CRTC is off. */
_Use_decl_annotations_ VOID
SgCrtcShowFrame(const SG_ADAPTER *Adapter, const SG_DISPLAY *Display)
{
    SgCrtcDisable(Adapter);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_WIDTH, Display->Width);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_HEIGHT, Display->Height);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_PITCH, Display->Pitch);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_FORMAT, Display->BoardFormat);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_PERIOD_NS, SOFTGPU_CRTC_PERIOD_NS_DEFAULT);
    SgWriteRegister64(Adapter, SOFTGPU_CRTC_BASE_LO, Display->Address);
    SgWriteRegister(Adapter, SOFTGPU_CRTC_CONTROL,
                    SOFTGPU_CRTC_CONTROL_ENABLE |
                        (Display->Visible ? 0 : SOFTGPU_CRTC_CONTROL_BLANK));
}

/* Brings the output to what Display says: dark until both a mode and a surface are known. */
_Use_decl_annotations_ VOID
SgCrtcShow(const SG_ADAPTER *Adapter)
{
    if (Adapter->Display.Width != 0 && Adapter->Display.Address != 0) {
        SgCrtcShowFrame(Adapter, &Adapter->Display);
    } else {
        SgCrtcDisable(Adapter);
    }
}
