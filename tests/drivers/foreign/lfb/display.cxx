/* SPDX-License-Identifier: MIT */
#include "lfb.hxx"
#include "Trace.h"
#include "display.tmh"

static const MODE_SIZE g_Modes[] = { { 800, 600 }, { 1024, 768 }, { 1280, 720 }, { 1920, 1080 } };

#pragma code_seg("PAGE")

NTSTATUS Display::MapResources()
{
    PAGED_CODE();
    const CM_PARTIAL_RESOURCE_LIST *list = &m_Info.TranslatedResourceList->List[0].PartialResourceList;

    for (ULONG i = 0; i < list->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource = &list->PartialDescriptors[i];
        bool registers = resource->u.Memory.Length <= 0x1000;
        void *mapped;

        if (resource->Type != CmResourceTypeMemory) {
            continue;
        }
        NTSTATUS status = m_Kernel.DxgkCbMapMemory(
            m_Kernel.DeviceHandle, resource->u.Memory.Start, resource->u.Memory.Length, FALSE,
            FALSE, registers ? MmNonCached : MmWriteCombined, &mapped);
        if (!NT_SUCCESS(status)) {
            LfbError("Mapping %I64x failed: %!STATUS!", resource->u.Memory.Start.QuadPart, status);
            return status;
        }
        if (registers) {
            m_Registers = static_cast<UCHAR *>(mapped);
        } else {
            m_Memory = static_cast<UCHAR *>(mapped);
            m_MemoryBytes = resource->u.Memory.Length;
        }
    }
    return m_Registers != nullptr && m_Memory != nullptr ? STATUS_SUCCESS
                                                         : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS Display::Start(DXGKRNL_INTERFACE *kernel, ULONG *sources, ULONG *children)
{
    PAGED_CODE();
    m_Kernel = *kernel;
    NTSTATUS status = m_Kernel.DxgkCbGetDeviceInformation(m_Kernel.DeviceHandle, &m_Info);

    if (NT_SUCCESS(status)) {
        status = m_Kernel.DxgkCbAcquirePostDisplayOwnership(m_Kernel.DeviceHandle, &m_Post);
    }
    if (NT_SUCCESS(status)) {
        status = MapResources();
    }
    if (!NT_SUCCESS(status)) {
        Stop();
        return status;
    }
    MODE_REGISTERS *mode = reinterpret_cast<MODE_REGISTERS *>(m_Registers + 0x500);
    if (mode->Id != 0xB0C5) {
        LfbError("The board has the id %x", mode->Id);
        Stop();
        return STATUS_GRAPHICS_DRIVER_MISMATCH;
    }
    *MonitorRegister() = MONITOR_CHANGED | MONITOR_INTERRUPT;
    *sources = MAX_SOURCES;
    *children = MAX_CHILDREN;
    return g_Counters.IsConstructed() ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

void Display::Stop()
{
    PAGED_CODE();
    if (m_Memory != nullptr) {
        m_Kernel.DxgkCbUnmapMemory(m_Kernel.DeviceHandle, m_Memory);
    }
    if (m_Registers != nullptr) {
        *MonitorRegister() = MONITOR_CHANGED; /* and no interrupt any more */
        m_Kernel.DxgkCbUnmapMemory(m_Kernel.DeviceHandle, m_Registers);
    }
    m_Memory = m_Registers = nullptr;
}

NTSTATUS Display::StopAndRelease(DXGK_DISPLAY_INFORMATION *left)
{
    PAGED_CODE();
    MODE_REGISTERS *mode = reinterpret_cast<MODE_REGISTERS *>(m_Registers + 0x500);

    SetMode(1024, 768);
    *left = m_Post;
    left->Width = mode->Width;
    left->Height = mode->Height;
    left->Pitch = mode->Line * 4u;
    left->ColorFormat = D3DDDIFMT_X8R8G8B8;
    left->TargetId = 0;
    Stop();
    return STATUS_SUCCESS;
}

NTSTATUS Display::QueryAdapterInfo(const DXGKARG_QUERYADAPTERINFO *query)
{
    PAGED_CODE();
    if (query->Type != DXGKQAITYPE_DRIVERCAPS) {
        return STATUS_NOT_SUPPORTED;
    }
    DXGK_DRIVERCAPS *caps = static_cast<DXGK_DRIVERCAPS *>(query->pOutputData);
    RtlZeroMemory(caps, query->OutputDataSize);
    caps->WDDMVersion = DXGKDDI_WDDMv1_2;
    caps->HighestAcceptableAddress.QuadPart = -1;
    caps->SupportNonVGA = TRUE;
    caps->PointerCaps.Color = TRUE;
    caps->MaxPointerWidth = POINTER_SIDE;
    caps->MaxPointerHeight = POINTER_SIDE;
    caps->SupportSmoothRotation = TRUE;
    return STATUS_SUCCESS;
}

NTSTATUS Display::QueryDescriptor(DXGK_DEVICE_DESCRIPTOR *descriptor)
{
    PAGED_CODE();
    if (!IsConnected()) {
        return STATUS_MONITOR_NO_DESCRIPTOR;
    }
    if (descriptor->DescriptorOffset != 0) {
        return STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA;
    }
    READ_REGISTER_BUFFER_UCHAR(m_Registers, static_cast<UCHAR *>(descriptor->DescriptorBuffer),
                               min(descriptor->DescriptorLength, 128u));
    return STATUS_SUCCESS;
}

NTSTATUS Display::IsSupported(DXGKARG_ISSUPPORTEDVIDPN *args)
{
    PAGED_CODE();
    const DXGK_VIDPN_INTERFACE *vidpn;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *topology;
    D3DKMDT_HVIDPNTOPOLOGY handle;
    SIZE_T paths = 0;

    args->IsVidPnSupported = FALSE;
    if (args->hDesiredVidPn == nullptr) {
        args->IsVidPnSupported = TRUE;
        return STATUS_SUCCESS;
    }
    NTSTATUS status = m_Kernel.DxgkCbQueryVidPnInterface(args->hDesiredVidPn,
                                                         DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
    if (NT_SUCCESS(status)) {
        status = vidpn->pfnGetTopology(args->hDesiredVidPn, &handle, &topology);
    }
    if (NT_SUCCESS(status)) {
        status = topology->pfnGetNumPaths(handle, &paths);
    }
    args->IsVidPnSupported = NT_SUCCESS(status) && paths <= MAX_CHILDREN;
    return status;
}

NTSTATUS Display::AddSourceModes(const DXGK_VIDPN_INTERFACE *vidpn, D3DKMDT_HVIDPN handle)
{
    PAGED_CODE();
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NTSTATUS status = vidpn->pfnCreateNewSourceModeSet(handle, 0, &set, &modes);

    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(g_Modes); i++) {
        D3DKMDT_VIDPN_SOURCE_MODE *mode;

        if (g_Modes[i].Width * g_Modes[i].Height * 4 > m_MemoryBytes - POINTER_BYTES) {
            continue;
        }
        status = modes->pfnCreateNewModeInfo(set, &mode);
        if (!NT_SUCCESS(status)) {
            break;
        }
        mode->Type = D3DKMDT_RMT_GRAPHICS;
        mode->Format.Graphics.PrimSurfSize.cx = g_Modes[i].Width;
        mode->Format.Graphics.PrimSurfSize.cy = g_Modes[i].Height;
        mode->Format.Graphics.VisibleRegionSize = mode->Format.Graphics.PrimSurfSize;
        mode->Format.Graphics.Stride = g_Modes[i].Width * 4;
        mode->Format.Graphics.PixelFormat = D3DDDIFMT_A8R8G8B8;
        mode->Format.Graphics.ColorBasis = D3DKMDT_CB_SCRGB;
        mode->Format.Graphics.PixelValueAccessMode = D3DKMDT_PVAM_DIRECT;
        status = modes->pfnAddMode(set, mode);
        if (!NT_SUCCESS(status)) {
            modes->pfnReleaseModeInfo(set, mode);
        }
    }
    return NT_SUCCESS(status) ? vidpn->pfnAssignSourceModeSet(handle, 0, set) : status;
}

NTSTATUS Display::AddTargetModes(const DXGK_VIDPN_INTERFACE *vidpn, D3DKMDT_HVIDPN handle)
{
    PAGED_CODE();
    const DXGK_VIDPNTARGETMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNTARGETMODESET set;
    NTSTATUS status = vidpn->pfnCreateNewTargetModeSet(handle, 0, &set, &modes);

    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(g_Modes); i++) {
        D3DKMDT_VIDPN_TARGET_MODE *mode;

        status = modes->pfnCreateNewModeInfo(set, &mode);
        if (!NT_SUCCESS(status)) {
            break;
        }
        mode->VideoSignalInfo.VideoStandard = D3DKMDT_VSS_OTHER;
        mode->VideoSignalInfo.ActiveSize.cx = g_Modes[i].Width;
        mode->VideoSignalInfo.ActiveSize.cy = g_Modes[i].Height;
        mode->VideoSignalInfo.TotalSize = mode->VideoSignalInfo.ActiveSize;
        mode->VideoSignalInfo.VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
        mode->VideoSignalInfo.VSyncFreq.Denominator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
        mode->VideoSignalInfo.HSyncFreq = mode->VideoSignalInfo.VSyncFreq;
        mode->VideoSignalInfo.PixelRate = D3DKMDT_FREQUENCY_NOTSPECIFIED;
        mode->VideoSignalInfo.ScanLineOrdering = D3DDDI_VSSLO_PROGRESSIVE;
        mode->Preference = i == 1 ? D3DKMDT_MP_PREFERRED : D3DKMDT_MP_NOTPREFERRED;
        status = modes->pfnAddMode(set, mode);
        if (!NT_SUCCESS(status)) {
            modes->pfnReleaseModeInfo(set, mode);
        }
    }
    return NT_SUCCESS(status) ? vidpn->pfnAssignTargetModeSet(handle, 0, set) : status;
}

NTSTATUS Display::UpdatePath(const DXGK_VIDPNTOPOLOGY_INTERFACE *topology,
                             D3DKMDT_HVIDPNTOPOLOGY handle,
                             D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE pivot)
{
    PAGED_CODE();
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    NTSTATUS status = topology->pfnAcquireFirstPathInfo(handle, &path);

    if (status != STATUS_SUCCESS) {
        return NT_SUCCESS(status) ? STATUS_SUCCESS : status;
    }
    D3DKMDT_VIDPN_PRESENT_PATH update = *path;
    if (pivot != D3DKMDT_EPT_SCALING &&
        update.ContentTransformation.Scaling == D3DKMDT_VPPS_UNPINNED) {
        RtlZeroMemory(&update.ContentTransformation.ScalingSupport,
                      sizeof(update.ContentTransformation.ScalingSupport));
        update.ContentTransformation.ScalingSupport.Identity = 1;
    }
    if (pivot != D3DKMDT_EPT_ROTATION &&
        update.ContentTransformation.Rotation == D3DKMDT_VPPR_UNPINNED) {
        RtlZeroMemory(&update.ContentTransformation.RotationSupport,
                      sizeof(update.ContentTransformation.RotationSupport));
        update.ContentTransformation.RotationSupport.Identity = 1;
        update.ContentTransformation.RotationSupport.Rotate90 = 1;
        update.ContentTransformation.RotationSupport.Rotate180 = 1;
        update.ContentTransformation.RotationSupport.Rotate270 = 1;
    }
    status = topology->pfnUpdatePathSupportInfo(handle, &update);
    topology->pfnReleasePathInfo(handle, path);
    return status;
}

NTSTATUS Display::EnumerateModes(const DXGKARG_ENUMVIDPNCOFUNCMODALITY *args)
{
    PAGED_CODE();
    const DXGK_VIDPN_INTERFACE *vidpn;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *topology;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *sources;
    const DXGK_VIDPNTARGETMODESET_INTERFACE *targets;
    const D3DKMDT_VIDPN_SOURCE_MODE *source = nullptr;
    const D3DKMDT_VIDPN_TARGET_MODE *target = nullptr;
    D3DKMDT_HVIDPNTOPOLOGY topologyHandle;
    D3DKMDT_HVIDPNSOURCEMODESET sourceSet;
    D3DKMDT_HVIDPNTARGETMODESET targetSet;
    D3DKMDT_HVIDPN handle = args->hConstrainingVidPn;
    NTSTATUS status =
        m_Kernel.DxgkCbQueryVidPnInterface(handle, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);

    if (!NT_SUCCESS(status)) {
        goto Exit;
    }
    status = vidpn->pfnGetTopology(handle, &topologyHandle, &topology);
    if (!NT_SUCCESS(status)) {
        goto Exit;
    }
    status = vidpn->pfnAcquireSourceModeSet(handle, 0, &sourceSet, &sources);
    if (!NT_SUCCESS(status)) {
        goto Exit;
    }
    sources->pfnAcquirePinnedModeInfo(sourceSet, &source);
    if (source != nullptr) {
        sources->pfnReleaseModeInfo(sourceSet, source);
    }
    vidpn->pfnReleaseSourceModeSet(handle, sourceSet);
    status = vidpn->pfnAcquireTargetModeSet(handle, 0, &targetSet, &targets);
    if (!NT_SUCCESS(status)) {
        goto Exit;
    }
    targets->pfnAcquirePinnedModeInfo(targetSet, &target);
    if (target != nullptr) {
        targets->pfnReleaseModeInfo(targetSet, target);
    }
    vidpn->pfnReleaseTargetModeSet(handle, targetSet);
    if (source == nullptr && args->EnumPivotType != D3DKMDT_EPT_VIDPNSOURCE) {
        status = AddSourceModes(vidpn, handle);
    }
    if (NT_SUCCESS(status) && target == nullptr &&
        args->EnumPivotType != D3DKMDT_EPT_VIDPNTARGET) {
        status = AddTargetModes(vidpn, handle);
    }
    if (NT_SUCCESS(status)) {
        status = UpdatePath(topology, topologyHandle, args->EnumPivotType);
    }

Exit:
    if (!NT_SUCCESS(status)) {
        LfbError("Enumerating modes failed: %!STATUS!", status);
    }
    return status;
}

void Display::SetMode(ULONG width, ULONG height)
{
    PAGED_CODE();
    MODE_REGISTERS *mode = reinterpret_cast<MODE_REGISTERS *>(m_Registers + 0x500);

    LfbTrace(LFB_MODES, "%ux%u", width, height);
    mode->Enable &= static_cast<USHORT>(~1u);
    mode->Width = static_cast<USHORT>(width);
    mode->Height = static_cast<USHORT>(height);
    mode->Line = static_cast<USHORT>(width);
    mode->Bits = 32;
    mode->Enable |= 0x41;
    m_Width = width;
    m_Height = height;
}

NTSTATUS Display::Commit(const DXGKARG_COMMITVIDPN *args)
{
    PAGED_CODE();
    const DXGK_VIDPN_INTERFACE *vidpn;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *topology;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_SOURCE_MODE *pinned = nullptr;
    D3DKMDT_HVIDPNTOPOLOGY topologyHandle;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    SIZE_T paths = 0;
    NTSTATUS status = m_Kernel.DxgkCbQueryVidPnInterface(args->hFunctionalVidPn,
                                                         DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);

    if (NT_SUCCESS(status)) {
        status = vidpn->pfnGetTopology(args->hFunctionalVidPn, &topologyHandle, &topology);
    }
    if (NT_SUCCESS(status)) {
        status = topology->pfnGetNumPaths(topologyHandle, &paths);
    }
    if (!NT_SUCCESS(status) || paths == 0) {
        return status;
    }
    status = vidpn->pfnAcquireSourceModeSet(args->hFunctionalVidPn, args->AffectedVidPnSourceId,
                                            &set, &modes);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = modes->pfnAcquirePinnedModeInfo(set, &pinned);
    if (NT_SUCCESS(status) && pinned != nullptr) {
        const D3DKMDT_VIDPN_PRESENT_PATH *path = nullptr;

        if (topology->pfnAcquireFirstPathInfo(topologyHandle, &path) == STATUS_SUCCESS) {
            m_Rotation = path->ContentTransformation.Rotation;
            topology->pfnReleasePathInfo(topologyHandle, path);
        }
        SetMode(pinned->Format.Graphics.PrimSurfSize.cx, pinned->Format.Graphics.PrimSurfSize.cy);
        modes->pfnReleaseModeInfo(set, pinned);
    }
    vidpn->pfnReleaseSourceModeSet(args->hFunctionalVidPn, set);
    return status;
}

NTSTATUS Display::SetVisible(const DXGKARG_SETVIDPNSOURCEVISIBILITY *args)
{
    PAGED_CODE();
    m_Visible = args->Visible != FALSE;
    if (!m_Visible) {
        RtlZeroMemory(m_Memory, static_cast<SIZE_T>(m_Width) * m_Height * 4);
    }
    return STATUS_SUCCESS;
}

NTSTATUS Display::Present(const DXGKARG_PRESENT_DISPLAYONLY *args)
{
    PAGED_CODE();
    NTSTATUS status = STATUS_SUCCESS;

    if (args->BytesPerPixel != 4) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!m_Visible) {
        return STATUS_SUCCESS;
    }
    InterlockedIncrement(&g_Counters.Presents);
    /* The picture has what a move brings already, so a move is one more rectangle. */
    for (ULONG i = 0; NT_SUCCESS(status) && i < args->NumMoves; i++) {
        status = CopyPart(args, args->pMoves[i].DestRect);
    }
    for (ULONG i = 0; NT_SUCCESS(status) && i < args->NumDirtyRects; i++) {
        status = CopyPart(args, args->pDirtyRect[i]);
    }
    LfbTrace(LFB_PRESENT, L"present %d: %!STATUS!", g_Counters.Presents, status);
    return NT_SUCCESS(status) && g_Counters.Presents % 2 == 0 ? FinishLater() : status;
}

/* The board's pointer is always of full size; what a smaller shape leaves is transparent. */
NTSTATUS Display::SetPointerShape(const DXGKARG_SETPOINTERSHAPE *args)
{
    PAGED_CODE();
    ULONG *image = reinterpret_cast<ULONG *>(m_Memory + m_MemoryBytes - POINTER_BYTES);

    if (!args->Flags.Color || args->Width > POINTER_SIDE || args->Height > POINTER_SIDE) {
        return STATUS_NOT_SUPPORTED;
    }
    RtlZeroMemory(image, POINTER_BYTES);
    for (ULONG y = 0; y < args->Height; y++) {
        RtlCopyMemory(image + y * POINTER_SIDE,
                      static_cast<const UCHAR *>(args->pPixels) + y * args->Pitch,
                      args->Width * 4);
    }
    return STATUS_SUCCESS;
}

NTSTATUS Display::SetPointerPosition(const DXGKARG_SETPOINTERPOSITION *args)
{
    PAGED_CODE();
    volatile USHORT *pointer = reinterpret_cast<volatile USHORT *>(m_Registers + 0x720);

    if (!m_Visible) {
        return STATUS_SUCCESS;
    }
    pointer[1] = static_cast<USHORT>(args->X);
    pointer[2] = static_cast<USHORT>(args->Y);
    pointer[0] = args->Flags.Visible ? 1 : 0;
    return STATUS_SUCCESS;
}

NTSTATUS Display::CopyPart(const DXGKARG_PRESENT_DISPLAYONLY *args, const RECT &rect)
{
    PAGED_CODE();
    const UCHAR *pixels = static_cast<const UCHAR *>(args->pSource);

    return args->Flags.Rotate ? CopyRotated(pixels, args->Pitch, rect)
                              : Copy(m_Memory, m_Width * 4, pixels, args->Pitch, rect);
}

/* Counter-clockwise, as GDI counts. */
NTSTATUS Display::CopyRotated(const UCHAR *from, LONG fromPitch, const RECT &rect)
{
    PAGED_CODE();
    ULONG *screen = reinterpret_cast<ULONG *>(m_Memory);
    LONG right = static_cast<LONG>(m_Width) - 1;
    LONG bottom = static_cast<LONG>(m_Height) - 1;

    __try {
        for (LONG y = rect.top; y < rect.bottom; ++y) {
            const ULONG *row = reinterpret_cast<const ULONG *>(from + y * fromPitch);

            for (LONG x = rect.left; x < rect.right; x++) {
                LONG toX = m_Rotation == D3DKMDT_VPPR_ROTATE90    ? y
                           : m_Rotation == D3DKMDT_VPPR_ROTATE180 ? right - x
                                                                  : right - y;
                LONG toY = m_Rotation == D3DKMDT_VPPR_ROTATE90    ? bottom - x
                           : m_Rotation == D3DKMDT_VPPR_ROTATE180 ? bottom - y
                                                                  : x;

                screen[toY * static_cast<LONG>(m_Width) + toX] = row[x];
            }
        }
        return STATUS_SUCCESS;
    }
    __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
}

/* As a board with a copy engine would: the end of the present comes with an interrupt. */
NTSTATUS Display::FinishLater()
{
    PAGED_CODE();
    BOOLEAN done = FALSE;
    NTSTATUS status = m_Kernel.DxgkCbSynchronizeExecution(m_Kernel.DeviceHandle, ReportDone, this,
                                                          0, &done);

    return NT_SUCCESS(status) && done ? STATUS_PENDING : STATUS_SUCCESS;
}

#pragma code_seg()

/* At device IRQL. A monitor came or went. */
BOOLEAN Display::Interrupt()
{
    if (m_Registers == nullptr || (*MonitorRegister() & MONITOR_CHANGED) == 0) {
        return FALSE;
    }
    *MonitorRegister() |= MONITOR_CHANGED;
    InterlockedExchange(&m_MonitorChanged, TRUE);
    m_Kernel.DxgkCbQueueDpc(m_Kernel.DeviceHandle);
    return TRUE;
}

void Display::Dpc()
{
    m_Kernel.DxgkCbNotifyDpc(m_Kernel.DeviceHandle);
    if (InterlockedExchange(&m_MonitorChanged, FALSE)) {
        DXGK_CHILD_STATUS status = {};

        status.Type = StatusConnection;
        status.ChildUid = 0;
        status.HotPlug.Connected = IsConnected();
        m_Kernel.DxgkCbIndicateChildStatus(m_Kernel.DeviceHandle, &status);
    }
}

/* At device IRQL. */
BOOLEAN APIENTRY Display::ReportDone(PVOID context)
{
    Display *display = static_cast<Display *>(context);
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data = {};

    data.InterruptType = DXGK_INTERRUPT_DISPLAYONLY_PRESENT_PROGRESS;
    data.DisplayOnlyPresentProgress.VidPnSourceId = 0;
    data.DisplayOnlyPresentProgress.ProgressId = DXGK_PRESENT_DISPLAYONLY_PROGRESS_ID_COMPLETE;
    display->m_Kernel.DxgkCbNotifyInterrupt(display->m_Kernel.DeviceHandle, &data);
    display->m_Kernel.DxgkCbQueueDpc(display->m_Kernel.DeviceHandle);
    return TRUE;
}

/* Also for the screen of a bug check, so not paged. */
NTSTATUS Display::Copy(UCHAR *to, ULONG toPitch, const UCHAR *from, LONG fromPitch,
                       const RECT &rect)
{
    SIZE_T bytes = static_cast<SIZE_T>(rect.right - rect.left) * 4;

    __try {
        for (LONG y = rect.top; y < rect.bottom; y++) {
            RtlCopyMemory(to + static_cast<SIZE_T>(y) * toPitch + rect.left * 4,
                          from + y * fromPitch + rect.left * 4, bytes);
        }
        return STATUS_SUCCESS;
    }
    __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
}

NTSTATUS Display::SystemEnable(UINT *width, UINT *height, D3DDDIFORMAT *format)
{
    if (m_Memory == nullptr || m_Width == 0) {
        return STATUS_UNSUCCESSFUL;
    }
    *width = m_Width;
    *height = m_Height;
    *format = D3DDDIFMT_X8R8G8B8;
    return STATUS_SUCCESS;
}

void Display::SystemWrite(const UCHAR *pixels, UINT width, UINT height, UINT pitch, UINT x, UINT y)
{
    RECT rect = { 0, 0, static_cast<LONG>(width), static_cast<LONG>(height) };

    Copy(m_Memory + (static_cast<SIZE_T>(y) * m_Width + x) * 4, m_Width * 4, pixels,
         static_cast<LONG>(pitch), rect);
}
