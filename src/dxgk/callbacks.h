/* SPDX-License-Identifier: MIT */
/*
 * DXGKRNL_INTERFACE: what the driver may call, one function per DxgkCb. Defined in cb_*.c by
 * subject. Each page (nc-dispmprt-dxgkcb_x.md or nc-d3dkmddi-dxgkcb_x.md) gives the contract; the
 * comment at each definition says what is ours.
 */
#ifndef DXGK_CALLBACKS_H
#define DXGK_CALLBACKS_H

#include <dispmprt.h>

/* cb_device.c: the board and its resources */
NTSTATUS APIENTRY callback_GetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo);
NTSTATUS APIENTRY callback_MapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress,
                                     ULONG Length, BOOLEAN InIoSpace, BOOLEAN MapToUserMode,
                                     MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress);
NTSTATUS APIENTRY callback_UnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress);
NTSTATUS APIENTRY callback_ReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer,
                                           ULONG Offset, ULONG Length, PULONG BytesRead);
NTSTATUS APIENTRY callback_WriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer,
                                            ULONG Offset, ULONG Length, PULONG BytesWritten);
NTSTATUS APIENTRY callback_IsDevicePresent(HANDLE DeviceHandle,
                                           PPCI_DEVICE_PRESENCE_PARAMETERS Parameters,
                                           PBOOLEAN DevicePresent);
NTSTATUS APIENTRY callback_EvalAcpiMethod(HANDLE DeviceHandle, ULONG DeviceUid,
                                          PACPI_EVAL_INPUT_BUFFER_COMPLEX AcpiInputBuffer,
                                          ULONG AcpiInputSize,
                                          PACPI_EVAL_OUTPUT_BUFFER AcpiOutputBuffer,
                                          ULONG AcpiOutputSize);
NTSTATUS APIENTRY callback_QueryServices(HANDLE DeviceHandle, DXGK_SERVICES ServicesType,
                                         PINTERFACE Interface);
NTSTATUS APIENTRY callback_AcquirePostDisplayOwnership(HANDLE DeviceHandle,
                                                       PDXGK_DISPLAY_INFORMATION DisplayInfo);

/* cb_interrupt.c: from the interrupt to the scheduler */
BOOLEAN APIENTRY callback_QueueDpc(HANDLE DeviceHandle);
NTSTATUS APIENTRY callback_SynchronizeExecution(HANDLE DeviceHandle,
                                                PKSYNCHRONIZE_ROUTINE SynchronizeRoutine,
                                                PVOID Context, ULONG MessageNumber,
                                                PBOOLEAN ReturnValue);
void APIENTRY callback_NotifyInterrupt(const HANDLE hAdapter,
                                       DXGKARGCB_NOTIFY_INTERRUPT_DATA *data);
void APIENTRY callback_NotifyDpc(const HANDLE hAdapter);

/* cb_handle.c: handles of the graphics kernel to the driver's objects */
void *APIENTRY callback_GetHandleData(const DXGKARGCB_GETHANDLEDATA *args);
D3DKMT_HANDLE APIENTRY callback_GetHandleParent(D3DKMT_HANDLE hAllocation);
D3DKMT_HANDLE APIENTRY callback_EnumHandleChildren(const DXGKARGCB_ENUMHANDLECHILDREN *args);

/* cb_vidpn.c: video present networks */
NTSTATUS APIENTRY callback_QueryVidPnInterface(const D3DKMDT_HVIDPN hVidPn,
                                               const DXGK_VIDPN_INTERFACE_VERSION version,
                                               DEREF_OUT_CONST_PPDXGK_VIDPN_INTERFACE interface);
NTSTATUS APIENTRY
callback_QueryMonitorInterface(const HANDLE hAdapter, const DXGK_MONITOR_INTERFACE_VERSION version,
                               DEREF_OUT_CONST_PPDXGK_MONITOR_INTERFACE interface);

/* hot_plug.c: monitors that come and go */
NTSTATUS APIENTRY callback_IndicateChildStatus(HANDLE DeviceHandle, PDXGK_CHILD_STATUS ChildStatus);

/* cb_service.c: what remains */
void APIENTRY callback_LogEtwEvent(const LPCGUID EventGuid, UCHAR Type, USHORT EventBufferSize,
                                   PVOID EventBuffer);
NTSTATUS APIENTRY callback_ExcludeAdapterAccess(HANDLE DeviceHandle, ULONG Attributes,
                                                DXGKDDI_PROTECTED_CALLBACK DxgkProtectedCallback,
                                                PVOID ProtectedCallbackContext);
NTSTATUS APIENTRY callback_GetCaptureAddress(DXGKARGCB_GETCAPTUREADDRESS *args);
NTSTATUS APIENTRY callback_CreateContextAllocation(DXGKARGCB_CREATECONTEXTALLOCATION *args);
NTSTATUS APIENTRY callback_DestroyContextAllocation(const HANDLE hAdapter,
                                                    const HANDLE hAllocation);
void APIENTRY callback_SetPowerComponentActive(const HANDLE hAdapter, UINT ComponentIndex);
void APIENTRY callback_SetPowerComponentIdle(const HANDLE hAdapter, UINT ComponentIndex);
void APIENTRY callback_SetPowerComponentLatency(const HANDLE hAdapter, UINT ComponentIndex,
                                                ULONGLONG Latency);
void APIENTRY callback_SetPowerComponentResidency(const HANDLE hAdapter, UINT ComponentIndex,
                                                  ULONGLONG Residency);
void APIENTRY callback_CompleteFStateTransition(const HANDLE hAdapter, UINT ComponentIndex);
NTSTATUS APIENTRY callback_PowerRuntimeControlRequest(const HANDLE hAdapter,
                                                      LPCGUID PowerControlCode, PVOID InBuffer,
                                                      SIZE_T InBufferSize, PVOID OutBuffer,
                                                      SIZE_T OutBufferSize, PSIZE_T BytesReturned);

#endif /* DXGK_CALLBACKS_H */
