/* SPDX-License-Identifier: MIT */
#include "tests/lib/memory_audit.h"

#include "devices/softgpu/softgpu_regs.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void broken(struct memory_audit *audit, const char *format, ...) DXGH_PRINTF(2, 3);

static void broken(struct memory_audit *audit, const char *format, ...)
{
    va_list values;

    if (audit->why[0] != '\0') {
        return;
    }
    va_start(values, format);
    (void)vsnprintf(audit->why, sizeof(audit->why), format, values);
    va_end(values);
}

static uint64_t address_at(const struct submission *submission, uint32_t offset)
{
    uint64_t address;

    memcpy(&address, (const char *)submission->dma.cpu + offset, sizeof(address));
    return address;
}

/* Where the packets of the 3D engine have addresses, behind their start. */
static uint32_t places_of(uint32_t header, uint32_t places[3])
{
    switch (SOFTGPU_PACKET_OPCODE(header)) {
    case SOFTGPU_OP_FILL:
        places[0] = SOFTGPU_PATCH_FILL_DST;
        return 1;
    case SOFTGPU_OP_BLT:
    case SOFTGPU_OP_ALPHA_BLEND:
    case SOFTGPU_OP_STRETCH_BLT:
    case SOFTGPU_OP_TRANSPARENT_BLT:
        places[0] = SOFTGPU_PATCH_BLT_SRC;
        places[1] = SOFTGPU_PATCH_BLT_DST;
        return 2;
    case SOFTGPU_OP_CLEARTYPE_BLEND:
        places[0] = SOFTGPU_PATCH_CLEARTYPE_DST;
        places[1] = SOFTGPU_PATCH_CLEARTYPE_ALPHA;
        places[2] = SOFTGPU_PATCH_CLEARTYPE_GAMMA;
        return 3;
    default:
        return 0;
    }
}

/* A text without gamma correction names no table. */
static bool is_optional(uint32_t header, uint32_t place)
{
    return SOFTGPU_PACKET_OPCODE(header) == SOFTGPU_OP_CLEARTYPE_BLEND && place == 2;
}

static bool is_named(const struct submission *submission, uint32_t offset)
{
    for (uint32_t i = submission->first_patch; i < submission->patch_end; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch = &submission->patches[i];

        if (patch->PatchOffset == offset &&
            submission->references[patch->AllocationIndex] != NULL) {
            return true;
        }
    }
    return false;
}

static void check_stream(struct memory_audit *audit, const struct submission *submission)
{
    uint32_t at = submission->start;

    while (at < submission->end) {
        uint32_t places[3];
        uint32_t header;
        uint32_t count;

        memcpy(&header, (const char *)submission->dma.cpu + at, sizeof(header));
        count = places_of(header, places);
        for (uint32_t i = 0; i < count; i++) {
            audit->addresses++;
            if (!is_named(submission, at + places[i]) &&
                !(is_optional(header, i) && address_at(submission, at + places[i]) == 0)) {
                broken(audit, "no patch location names the address at byte %u", at + places[i]);
            }
        }
        if (SOFTGPU_PACKET_DWORDS(header) == 0) {
            broken(audit, "there is no packet at byte %u", at);
            return;
        }
        at += SOFTGPU_PACKET_DWORDS(header) * 4;
    }
}

static void check_patches(struct memory_audit *audit, const struct submission *submission)
{
    for (uint32_t i = submission->first_patch; i < submission->patch_end; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch = &submission->patches[i];
        const struct vidmm_allocation *allocation =
            submission->uses[patch->AllocationIndex].allocation;
        uint64_t address;

        if (allocation == NULL) {
            continue;
        }
        if (allocation->segment == NULL || allocation->pin_count == 0) {
            broken(audit, "patch location %u names an allocation that may go", i);
            continue;
        }
        address = vidmm_allocation_address(allocation);
        if (patch->PatchOffset < submission->start || patch->PatchOffset + 8 > submission->end ||
            address_at(submission, patch->PatchOffset) != address + patch->AllocationOffset ||
            patch->AllocationOffset >= allocation->request.size_bytes) {
            broken(audit, "patch location %u at byte %u does not hold 0x%llx", i,
                   patch->PatchOffset, (unsigned long long)address);
        }
    }
}

bool memory_audit_books(const struct adapter *adapter, char *why, size_t why_bytes)
{
    const struct vidmm *vidmm = adapter->vidmm;
    static const struct vidmm_allocation *all[MEMORY_AUDIT_RESIDENTS];
    size_t count = 0;

    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        LIST_FOR_EACH(link, &vidmm->segments[i].residents) {
            if (count == MEMORY_AUDIT_RESIDENTS) {
                (void)snprintf(why, why_bytes, "there are more than %u residents", (unsigned)count);
                return false;
            }
            all[count] = LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);
            if (all[count]->segment != &vidmm->segments[i]) {
                (void)snprintf(why, why_bytes, "allocation %llu is in the list of segment %u only",
                               (unsigned long long)all[count]->number, i + 1);
                return false;
            }
            count++;
        }
    }
    if (count != vidmm->committed_count) {
        (void)snprintf(why, why_bytes, "%zu allocations are resident, and %llu are counted", count,
                       (unsigned long long)vidmm->committed_count);
        return false;
    }
    return vidmm_check(vidmm, all, count, why, why_bytes);
}

static void check_books(struct memory_audit *audit)
{
    char why[160];

    if (!memory_audit_books(audit->adapter, why, sizeof(why))) {
        broken(audit, "%s", why);
    }
}

/* By the scheduler's list of what the hardware has: the packet itself may be gone. */
static bool is_with_hardware(const struct memory_audit *audit, const struct packet *packet)
{
    const struct sched *sched = audit->adapter->sched;

    for (uint32_t i = 0; i < sched->node_count; i++) {
        LIST_FOR_EACH(link, &sched->nodes[i].submitted) {
            if (LIST_ENTRY_OF(link, struct packet, link) == packet) {
                return true;
            }
        }
    }
    return false;
}

static void check_record(struct memory_audit *audit, const struct memory_record *record)
{
    const struct vidmm_allocation *allocation = record->allocation;

    if (allocation->segment == NULL || vidmm_allocation_address(allocation) != record->address) {
        broken(audit, "allocation %llu moved while %s refers to it",
               (unsigned long long)allocation->number,
               is_with_hardware(audit, record->packet) ? "a packet with the hardware"
                                                       : "a packet that is prepared");
    }
}

/* A whole buffer's records stay until it is released, a part's until the hardware has run it; a
 * reset of the adapter takes all. */
static void check_records(struct memory_audit *audit)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < audit->record_count; i++) {
        struct memory_record record = audit->records[i];

        if (record.generation != audit->adapter->vidmm->generation ||
            (record.is_part && !is_with_hardware(audit, record.packet))) {
            continue;
        }
        check_record(audit, &record);
        audit->records[kept++] = record;
    }
    audit->record_count = kept;
}

static void remember(struct memory_audit *audit, const struct submission *submission,
                     const struct packet *packet, const struct vidmm_allocation *allocation)
{
    if (audit->record_count == MEMORY_AUDIT_RECORDS) {
        broken(audit, "there are more than %u references to follow", MEMORY_AUDIT_RECORDS);
        return;
    }
    audit->records[audit->record_count++] = (struct memory_record){
        .submission = submission,
        .packet = packet,
        .is_part = packet == &submission->part,
        .allocation = allocation,
        .address = vidmm_allocation_address(allocation),
        .generation = audit->adapter->vidmm->generation,
    };
}

static void prepared(void *context, struct submission *submission)
{
    struct memory_audit *audit = context;

    audit->prepared++;
    check_records(audit);
    for (uint32_t i = 0; i < submission->use_count; i++) {
        const struct vidmm_reference *use = &submission->uses[i];

        if (use->pinned && use->allocation->segment == NULL) {
            broken(audit, "reference %u is kept, and not resident", i);
        } else if (use->pinned) {
            remember(audit, submission, &submission->packet, use->allocation);
        }
    }
}

static void forget(struct memory_audit *audit, const struct submission *submission)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < audit->record_count; i++) {
        if (audit->records[i].submission != submission) {
            audit->records[kept++] = audit->records[i];
        }
    }
    audit->record_count = kept;
}

static void released(void *context, struct submission *submission)
{
    struct memory_audit *audit = context;

    check_records(audit);
    if (is_with_hardware(audit, &submission->packet) ||
        is_with_hardware(audit, &submission->part)) {
        broken(audit, "a packet's memory is let go of while the hardware has it");
    }
    forget(audit, submission);
}

/* One split buffer at a time is followed: the one that was split last. */
static void follow_parts(struct memory_audit *audit, const struct submission *submission,
                         const struct packet *packet)
{
    if (submission != audit->splitting) {
        audit->others = true;
    } else {
        audit->interleaved += audit->others;
        audit->others = false;
    }
    if (packet == &submission->part) {
        audit->splitting = submission;
        audit->others = false;
    } else if (submission == audit->splitting) {
        audit->splitting = NULL;
    }
}

static void submitting(void *context, struct submission *submission, const struct packet *packet)
{
    struct memory_audit *audit = context;

    audit->submissions++;
    audit->parts += packet == &submission->part;
    follow_parts(audit, submission, packet);
    check_records(audit);
    if (audit->tamper != NULL) {
        audit->tamper(audit, submission);
        check_records(audit);
    }
    check_books(audit);
    check_patches(audit, submission);
    check_stream(audit, submission);
    for (uint32_t i = submission->first_patch;
         i < submission->patch_end && packet == &submission->part; i++) {
        const struct vidmm_allocation *allocation =
            submission->uses[submission->patches[i].AllocationIndex].allocation;

        if (allocation != NULL && allocation->segment != NULL) {
            remember(audit, submission, packet, allocation);
        }
    }
}

void memory_audit_attach(struct memory_audit *audit, struct adapter *adapter)
{
    audit->adapter = adapter;
    audit->hook = (struct audit){
        .prepared = prepared, .released = released, .submitting = submitting, .context = audit
    };
    adapter->audit = &audit->hook;
}

bool memory_audit_detach(struct memory_audit *audit)
{
    check_records(audit);
    check_books(audit);
    audit->adapter->audit = NULL;
    return audit->why[0] == '\0';
}
