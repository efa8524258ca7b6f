/* SPDX-License-Identifier: MIT */
/*
 * A display-only driver for the linear frame buffer board, written the way C++ display drivers for
 * Windows are: a class behind the DDIs, pool operators, global objects, paged sections, guarded
 * access to the caller's pixels, a volatile structure over the registers. It is built by the tests
 * with `dxghost cc` in both modes; nothing in it knows of dxghost.
 */
#pragma once

extern "C" {
#include <Ntddk.h>
#include <windef.h>
#include <wingdi.h>
#include <D3dkmddi.h>
#include <Dispmprt.h>
}

#define LFB_TAG 'bfLD'
#define MAX_SOURCES 1
#define MAX_CHILDREN 1

enum class PoolKind { Paged, NonPaged };

void *__cdecl operator new(size_t size, PoolKind kind) noexcept;
void __cdecl operator delete(void *memory);
void __cdecl operator delete(void *memory, size_t size);
void __cdecl operator delete(void *memory, PoolKind kind);

/* The mode registers, from 0x500 on. */
struct MODE_REGISTERS {
    volatile USHORT Id;
    volatile USHORT Width;
    volatile USHORT Height;
    volatile USHORT Bits;
    volatile USHORT Enable;
    volatile USHORT Bank;
    volatile USHORT Line;
    volatile USHORT Lines;
    volatile USHORT Left;
    volatile USHORT Top;
};
C_ASSERT(FIELD_OFFSET(MODE_REGISTERS, Top) == 0x12);

#define MONITOR_CONNECTED 0x0001
#define MONITOR_CHANGED 0x0002
#define MONITOR_INTERRUPT 0x0004

#define POINTER_SIDE 64
#define POINTER_BYTES (POINTER_SIDE * POINTER_SIDE * 4)

struct MODE_SIZE {
    ULONG Width;
    ULONG Height;
};

/* Made before DriverEntry; the counters live as long as the image. */
class Counters {
public:
    Counters() : m_Magic(0x1F83D9ABu) {}
    bool IsConstructed() const { return m_Magic == 0x1F83D9ABu; }
    volatile LONG Presents = 0;

private:
    ULONG m_Magic;
};
extern Counters g_Counters;

/* Whatever can put pixels on the screen. */
class Copier {
public:
    virtual NTSTATUS Copy(UCHAR *to, ULONG toPitch, const UCHAR *from, LONG fromPitch,
                          const RECT &rect) = 0;
};

class Display : private Copier {
public:
    explicit Display(DEVICE_OBJECT *device) : m_Device(device) {}

    NTSTATUS Start(DXGKRNL_INTERFACE *kernel, ULONG *sources, ULONG *children);
    void Stop();
    NTSTATUS StopAndRelease(DXGK_DISPLAY_INFORMATION *left);
    NTSTATUS QueryAdapterInfo(const DXGKARG_QUERYADAPTERINFO *query);
    NTSTATUS QueryDescriptor(DXGK_DEVICE_DESCRIPTOR *descriptor);
    NTSTATUS IsSupported(DXGKARG_ISSUPPORTEDVIDPN *args);
    NTSTATUS EnumerateModes(const DXGKARG_ENUMVIDPNCOFUNCMODALITY *args);
    NTSTATUS Commit(const DXGKARG_COMMITVIDPN *args);
    NTSTATUS SetVisible(const DXGKARG_SETVIDPNSOURCEVISIBILITY *args);
    NTSTATUS Present(const DXGKARG_PRESENT_DISPLAYONLY *args);
    NTSTATUS SystemEnable(UINT *width, UINT *height, D3DDDIFORMAT *format);
    void SystemWrite(const UCHAR *pixels, UINT width, UINT height, UINT pitch, UINT x, UINT y);
    NTSTATUS SetPointerShape(const DXGKARG_SETPOINTERSHAPE *args);
    NTSTATUS SetPointerPosition(const DXGKARG_SETPOINTERPOSITION *args);
    BOOLEAN Interrupt();
    void Dpc();
    bool IsConnected() const { return (*MonitorRegister() & MONITOR_CONNECTED) != 0; }

private:
    NTSTATUS Copy(UCHAR *to, ULONG toPitch, const UCHAR *from, LONG fromPitch,
                  const RECT &rect) override;
    volatile USHORT *MonitorRegister() const
    {
        return reinterpret_cast<volatile USHORT *>(m_Registers + 0x700);
    }
    NTSTATUS CopyRotated(const UCHAR *from, LONG fromPitch, const RECT &rect);
    NTSTATUS CopyPart(const DXGKARG_PRESENT_DISPLAYONLY *args, const RECT &rect);
    NTSTATUS MapResources();
    NTSTATUS FinishLater();
    static BOOLEAN APIENTRY ReportDone(PVOID context);
    NTSTATUS AddSourceModes(const DXGK_VIDPN_INTERFACE *vidpn, D3DKMDT_HVIDPN handle);
    NTSTATUS AddTargetModes(const DXGK_VIDPN_INTERFACE *vidpn, D3DKMDT_HVIDPN handle);
    NTSTATUS UpdatePath(const DXGK_VIDPNTOPOLOGY_INTERFACE *topology,
                        D3DKMDT_HVIDPNTOPOLOGY handle,
                        D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE pivot);
    void SetMode(ULONG width, ULONG height);

    DEVICE_OBJECT *m_Device;
    DXGKRNL_INTERFACE m_Kernel = {};
    DXGK_DEVICE_INFO m_Info = {};
    DXGK_DISPLAY_INFORMATION m_Post = {};
    UCHAR *m_Memory = nullptr;
    ULONG m_MemoryBytes = 0;
    UCHAR *m_Registers = nullptr;
    ULONG m_Width = 0;
    ULONG m_Height = 0;
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION m_Rotation = D3DKMDT_VPPR_IDENTITY;
    bool m_Visible = false;
    volatile LONG m_MonitorChanged = FALSE;
};
