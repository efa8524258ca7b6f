/* SPDX-License-Identifier: MIT */
#include "dxgk/segment_check.h"

#include "machine/memory.h"
#include "verify/verify.h"

static const char ddi[] = "DxgkDdiQueryAdapterInfo";

/* Source: ns-d3dkmddi-_dxgk_segmentdescriptor3.md */
static NTSTATUS check_size(struct adapter *adapter, struct adapter_error *error, uint32_t id,
                           const DXGK_SEGMENTDESCRIPTOR3 *descriptor)
{
    if (descriptor->Size == 0) {
        /* Choice: no page says that such a segment keeps the adapter from starting. */
        verify_report(adapter->machine, RULE_QAI_07, ddi,
                      "Segment %u has a size of 0 bytes: no allocation will ever be in it. Give "
                      "its size, or leave it out.",
                      id);
        return STATUS_SUCCESS;
    }
    if (descriptor->Size % DXGH_PAGE_SIZE != 0) {
        verify_report(adapter->machine, RULE_QAI_07, ddi,
                      "Segment %u has a size of 0x%llx bytes; expected a multiple of 4096.", id,
                      (unsigned long long)descriptor->Size);
        return adapter_fail(
            error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
            "Segment %u has a size of 0x%llx bytes; expected a multiple of the page size.", id,
            (unsigned long long)descriptor->Size);
    }
    if (!descriptor->Flags.Aperture && descriptor->CommitLimit != descriptor->Size) {
        verify_report(adapter->machine, RULE_QAI_07, ddi,
                      "Memory segment %u has a CommitLimit of 0x%llx bytes and a size of 0x%llx; "
                      "they must be equal.",
                      id, (unsigned long long)descriptor->CommitLimit,
                      (unsigned long long)descriptor->Size);
    }
    return STATUS_SUCCESS;
}

/* GPU addresses must tell segments apart: no page says that they may share any. */
static NTSTATUS check_overlap(struct adapter *adapter, struct adapter_error *error,
                              const DXGK_SEGMENTDESCRIPTOR3 *descriptors, uint32_t id)
{
    const DXGK_SEGMENTDESCRIPTOR3 *descriptor = &descriptors[id - 1];
    uint64_t base = (uint64_t)descriptor->BaseAddress.QuadPart;

    if (base + descriptor->Size < base) {
        verify_report(adapter->machine, RULE_QAI_17, ddi,
                      "Segment %u of 0x%llx bytes at 0x%llx runs beyond the last address.", id,
                      (unsigned long long)descriptor->Size, (unsigned long long)base);
        return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                            "Segment %u runs beyond the last address.", id);
    }
    for (uint32_t i = 0; i + 1 < id; i++) {
        uint64_t other = (uint64_t)descriptors[i].BaseAddress.QuadPart;

        if (base < other + descriptors[i].Size && other < base + descriptor->Size) {
            verify_report(
                adapter->machine, RULE_QAI_17, ddi,
                "Segments %u and %u share addresses: 0x%llx bytes at 0x%llx, and 0x%llx at "
                "0x%llx. Give each a BaseAddress of its own.",
                i + 1, id, (unsigned long long)descriptors[i].Size, (unsigned long long)other,
                (unsigned long long)descriptor->Size, (unsigned long long)base);
            return adapter_fail(
                error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                "Segments %u and %u overlap: 0x%llx bytes at 0x%llx, and 0x%llx at 0x%llx.", i + 1,
                id, (unsigned long long)descriptors[i].Size, (unsigned long long)other,
                (unsigned long long)descriptor->Size, (unsigned long long)base);
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS check_banks(struct adapter *adapter, struct adapter_error *error, uint32_t id,
                            const DXGK_SEGMENTDESCRIPTOR3 *descriptor)
{
    uint64_t before = 0;
    bool good = descriptor->NbOfBanks > 0 && descriptor->pBankRangeTable != NULL;

    if (!descriptor->Flags.UseBanking) {
        return STATUS_SUCCESS;
    }
    for (uint32_t i = 0; i < descriptor->NbOfBanks && good; i++) {
        SIZE_T end = 0;

        gate_read(adapter, &end, &descriptor->pBankRangeTable[i], sizeof(end));
        good = end > before;
        before = end;
    }
    if (good && before == descriptor->Size) {
        return STATUS_SUCCESS;
    }
    verify_report(
        adapter->machine, RULE_QAI_13, ddi,
        "Segment %u has UseBanking with %u banks; their ends must ascend, the last one to "
        "the segment's size of 0x%llx bytes.",
        id, descriptor->NbOfBanks, (unsigned long long)descriptor->Size);
    return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                        "The banks of segment %u do not divide it.", id);
}

static void check_flags(struct adapter *adapter, uint32_t id, const DXGK_SEGMENTFLAGS *flags)
{
    bool hibernate = flags->PreservedDuringHibernate || flags->PartiallyPreservedDuringHibernate;

    if (flags->CacheCoherent && !flags->Aperture) {
        verify_report(adapter->machine, RULE_QAI_09, ddi,
                      "Segment %u is CacheCoherent without being an Aperture segment.", id);
    }
    if ((hibernate && !flags->PreservedDuringStandby) ||
        (flags->PreservedDuringHibernate && flags->PartiallyPreservedDuringHibernate)) {
        verify_report(adapter->machine, RULE_QAI_14, ddi,
                      "Segment %u: PreservedDuringHibernate and PartiallyPreservedDuringHibernate "
                      "exclude each other, and each needs PreservedDuringStandby.",
                      id);
    }
}

static NTSTATUS find_cpu_view(struct adapter *adapter, struct adapter_error *error, uint32_t id,
                              const DXGK_SEGMENTDESCRIPTOR3 *descriptor, void **cpu)
{
    *cpu = NULL;
    if (descriptor->Flags.Aperture || !descriptor->Flags.CpuVisible || descriptor->Size == 0) {
        return STATUS_SUCCESS;
    }
    *cpu = device_host_map(adapter->machine, (uint64_t)descriptor->CpuTranslatedAddress.QuadPart,
                           descriptor->Size);
    if (*cpu == NULL) {
        /* Boards without memory of their own keep a part of the machine's. */
        *cpu = memory_pointer(adapter->machine, (uint64_t)descriptor->CpuTranslatedAddress.QuadPart,
                              descriptor->Size);
    }
    if (*cpu != NULL) {
        return STATUS_SUCCESS;
    }
    verify_report(
        adapter->machine, RULE_QAI_16, ddi,
        "Segment %u is CpuVisible, but CpuTranslatedAddress 0x%llx with size 0x%llx is not "
        "inside a BAR or RAM.",
        id, (unsigned long long)descriptor->CpuTranslatedAddress.QuadPart,
        (unsigned long long)descriptor->Size);
    return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                        "Segment %u claims CPU visibility at 0x%llx, which is in no BAR of the "
                        "board and not in RAM.",
                        id, (unsigned long long)descriptor->CpuTranslatedAddress.QuadPart);
}

/* No board here has an AGP aperture, and DXGK_QUERYSEGMENTIN says so.
 * Source: ns-d3dkmddi-_dxgk_segmentflags.md */
static NTSTATUS check_agp(struct adapter *adapter, struct adapter_error *error, uint32_t id,
                          const DXGK_SEGMENTFLAGS *flags)
{
    if (!flags->Agp) {
        return STATUS_SUCCESS;
    }
    verify_report(adapter->machine, RULE_QAI_08, ddi,
                  "Segment %u has the Agp flag (Flags 0x%X), but DXGK_QUERYSEGMENTIN gave an "
                  "AgpApertureSize of 0. Report an Aperture segment instead.",
                  id, flags->Value);
    return adapter_fail(error, STATUS_INVALID_PARAMETER, "QUERYSEGMENT",
                        "Segment %u is of AGP memory, which the machine does not have. Windows "
                        "refuses the adapter.",
                        id);
}

/* Flags of WDDM 2.0. Source: ns-d3dkmddi-_dxgk_segmentflags.md */
static void check_host_aperture(struct adapter *adapter, uint32_t id,
                                const DXGK_SEGMENTFLAGS *flags)
{
    if (adapter->table.Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0 &&
        ((flags->SupportsCpuHostAperture && flags->CpuVisible) ||
         (flags->SupportsCachedCpuHostAperture && !flags->SupportsCpuHostAperture))) {
        verify_report(adapter->machine, RULE_QAI_15, ddi,
                      "Segment %u has Flags 0x%X: SupportsCpuHostAperture excludes CpuVisible, and "
                      "SupportsCachedCpuHostAperture needs SupportsCpuHostAperture.",
                      id, flags->Value);
    }
}

NTSTATUS segment_check(struct adapter *adapter, struct adapter_error *error,
                       const DXGK_SEGMENTDESCRIPTOR3 *descriptors, uint32_t id, void **cpu)
{
    const DXGK_SEGMENTDESCRIPTOR3 *descriptor = &descriptors[id - 1];
    NTSTATUS status = check_size(adapter, error, id, descriptor);

    if (NT_SUCCESS(status)) {
        status = check_agp(adapter, error, id, &descriptor->Flags);
    }
    if (NT_SUCCESS(status)) {
        status = check_overlap(adapter, error, descriptors, id);
    }
    if (NT_SUCCESS(status)) {
        status = check_banks(adapter, error, id, descriptor);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    check_flags(adapter, id, &descriptor->Flags);
    check_host_aperture(adapter, id, &descriptor->Flags);
    return find_cpu_view(adapter, error, id, descriptor, cpu);
}
