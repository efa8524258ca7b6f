/* SPDX-License-Identifier: MIT */
/*
 * Each supported instruction is run twice from the same state: by the processor on plain memory,
 * and through the fault handler on a trapped region. Registers, flags and memory must come out
 * alike.
 */
#include "machine/instruction.h"

#include "base/prng.h"
#include "machine/mmio.h"
#include "tests/lib/machine_fixture.h"

#include <string.h>
#include <sys/mman.h>

#define FLAGS 0x8D5u /* carry, parity, adjust, zero, sign, overflow */

struct cpu {
    uint64_t a; /* rax */
    uint64_t c; /* rcx */
    uint64_t r; /* r9 */
    uint64_t flags;
};

typedef void (*form_fn)(struct cpu *cpu, volatile void *memory);

struct form {
    const char *name;
    form_fn run;
};

/* The operand is at (%rdi); %rdx is 8 and %rsi is (%rdi) - 100 for the forms with an index. */
#define FORM(id, text)                                                                             \
    static void form_##id(struct cpu *cpu, volatile void *memory)                                  \
    {                                                                                              \
        uint64_t a = cpu->a;                                                                       \
        uint64_t c = cpu->c;                                                                       \
        uint64_t flags = cpu->flags;                                                               \
        register uint64_t r __asm__("r9") = cpu->r;                                                \
                                                                                                   \
        __asm__ volatile("leaq -128(%%rsp), %%rsp\n\tpushq %[f]\n\tpopfq\n\t" text                 \
                         "\n\tpushfq\n\tpopq %[f]\n\tleaq 128(%%rsp), %%rsp"                       \
                         : "+a"(a), "+c"(c), [f] "+b"(flags), "+r"(r)                              \
                         : "D"(memory), "S"((volatile char *)memory - 100), "d"(UINT64_C(8))       \
                         : "cc", "memory");                                                        \
        cpu->a = a;                                                                                \
        cpu->c = c;                                                                                \
        cpu->r = r;                                                                                \
        cpu->flags = flags & FLAGS;                                                                \
    }

#define FOUR(id, op)                                                                               \
    FORM(id##_b_mr, op "b %%cl, (%%rdi)")                                                          \
    FORM(id##_w_mr, op "w %%cx, (%%rdi)")                                                          \
    FORM(id##_l_mr, op "l %%ecx, (%%rdi)")                                                         \
    FORM(id##_q_mr, op "q %%rcx, (%%rdi)")                                                         \
    FORM(id##_b_mi, op "b $0x85, (%%rdi)")                                                         \
    FORM(id##_w_mi, op "w $0x1234, (%%rdi)")                                                       \
    FORM(id##_l_mi, op "l $0x89abcdef, (%%rdi)")                                                   \
    FORM(id##_q_mi, op "q $-5, (%%rdi)")                                                           \
    FORM(id##_l_mi8, op "l $-3, (%%rdi)")

#define LOADS(id, op)                                                                              \
    FORM(id##_b_rm, op "b (%%rdi), %%al")                                                          \
    FORM(id##_h_rm, op "b (%%rdi), %%ah")                                                          \
    FORM(id##_w_rm, op "w (%%rdi), %%ax")                                                          \
    FORM(id##_l_rm, op "l (%%rdi), %%eax")                                                         \
    FORM(id##_q_rm, op "q (%%rdi), %%rax")                                                         \
    FORM(id##_9_rm, op "l (%%rdi), %%r9d")

#define UNARY(id, op)                                                                              \
    FORM(id##_b, op "b (%%rdi)")                                                                   \
    FORM(id##_w, op "w (%%rdi)")                                                                   \
    FORM(id##_l, op "l (%%rdi)")                                                                   \
    FORM(id##_q, op "q (%%rdi)")

#define EXCHANGE(id, op)                                                                           \
    FORM(id##_b, op "b %%cl, (%%rdi)")                                                             \
    FORM(id##_h, op "b %%ch, (%%rdi)")                                                             \
    FORM(id##_w, op "w %%cx, (%%rdi)")                                                             \
    FORM(id##_l, op "l %%ecx, (%%rdi)")                                                            \
    FORM(id##_q, op "q %%rcx, (%%rdi)")

#define CONDITIONAL(cc)                                                                            \
    FORM(cmov##cc##_w, "cmov" #cc "w (%%rdi), %%ax")                                               \
    FORM(cmov##cc##_l, "cmov" #cc "l (%%rdi), %%eax")                                              \
    FORM(cmov##cc##_q, "cmov" #cc "q (%%rdi), %%r9")

#define NAMES_FOUR(id)                                                                             \
    N(id##_b_mr)                                                                                   \
    N(id##_w_mr)                                                                                   \
    N(id##_l_mr) N(id##_q_mr) N(id##_b_mi) N(id##_w_mi) N(id##_l_mi) N(id##_q_mi) N(id##_l_mi8)
#define NAMES_LOADS(id)                                                                            \
    N(id##_b_rm) N(id##_h_rm) N(id##_w_rm) N(id##_l_rm) N(id##_q_rm) N(id##_9_rm)
#define NAMES_UNARY(id) N(id##_b) N(id##_w) N(id##_l) N(id##_q)
#define NAMES_EXCHANGE(id) N(id##_b) N(id##_h) N(id##_w) N(id##_l) N(id##_q)
#define NAMES_CONDITIONAL(cc) N(cmov##cc##_w) N(cmov##cc##_l) N(cmov##cc##_q)
#define ALL_CONDITIONS(X)                                                                          \
    X(o) X(no) X(b) X(nb) X(z) X(nz) X(be) X(nbe) X(s) X(ns) X(p) X(np) X(l) X(nl) X(le) X(nle)

FOUR(mov, "mov")
LOADS(mov, "mov")
FORM(mov_h_mr, "movb %%ch, (%%rdi)")
FORM(mov_9_mr, "movl %%r9d, (%%rdi)")
FORM(mov_index, "movl -700(%%rsi, %%rdx, 8), %%eax\n\tmovl %%ecx, 36(%%rsi, %%rdx, 8)")
FORM(movnti_l, "movnti %%ecx, (%%rdi)")
FORM(movnti_q, "movnti %%rcx, (%%rdi)")
FORM(movzx_bw, "movzbw (%%rdi), %%ax")
FORM(movzx_bl, "movzbl (%%rdi), %%eax")
FORM(movzx_bq, "movzbq (%%rdi), %%rax")
FORM(movzx_wl, "movzwl (%%rdi), %%eax")
FORM(movzx_wq, "movzwq (%%rdi), %%r9")
FORM(movsx_bw, "movsbw (%%rdi), %%ax")
FORM(movsx_bl, "movsbl (%%rdi), %%eax")
FORM(movsx_bq, "movsbq (%%rdi), %%rax")
FORM(movsx_wl, "movswl (%%rdi), %%eax")
FORM(movsx_wq, "movswq (%%rdi), %%rax")
FORM(movsx_lq, "movslq (%%rdi), %%r9")
FOUR(add, "add")
LOADS(add, "add")
FOUR(adc, "adc")
LOADS(adc, "adc")
FOUR(sub, "sub")
LOADS(sub, "sub")
FOUR(sbb, "sbb")
LOADS(sbb, "sbb")
FOUR(and, "and")
LOADS(and, "and")
FOUR(or, "or")
LOADS(or, "or")
FOUR(xor, "xor")
LOADS(xor, "xor")
FOUR(cmp, "cmp")
LOADS(cmp, "cmp")
FOUR(test, "test")
FOUR(lock_or, "lock or")
FOUR(lock_add, "lock add")
FOUR(lock_and, "lock and")
FOUR(lock_xor, "lock xor")
FOUR(lock_sub, "lock sub")
UNARY(inc, "inc")
UNARY(dec, "dec")
UNARY(neg, "neg")
UNARY(not, "not")
UNARY(lock_inc, "lock inc")
UNARY(lock_dec, "lock dec")
UNARY(lock_not, "lock not")
UNARY(lock_neg, "lock neg")
EXCHANGE(xchg, "xchg")
EXCHANGE(xadd, "lock xadd")
EXCHANGE(cmpxchg, "lock cmpxchg")
EXCHANGE(cmpxchg_unlocked, "cmpxchg")
FORM(imul_w, "imulw (%%rdi), %%ax")
FORM(imul_l, "imull (%%rdi), %%eax")
FORM(imul_q, "imulq (%%rdi), %%r9")
FORM(imul_w_i, "imulw $100, (%%rdi), %%ax")
FORM(imul_l_i, "imull $-77777, (%%rdi), %%eax")
FORM(imul_q_i, "imulq $3, (%%rdi), %%r9")
FORM(bt_w, "btw $13, (%%rdi)")
FORM(bt_l, "btl $31, (%%rdi)")
FORM(bt_q, "btq $40, (%%rdi)")
ALL_CONDITIONS(CONDITIONAL)
/* String instructions take (%rdi) as destination, or as source after the exchange. */
FORM(stosb, "pushq %%rdi\n\tstosb\n\tmovq %%rdi, %%r9\n\tpopq %%rdi\n\tsubq %%rdi, %%r9")
FORM(stosl, "pushq %%rdi\n\tstosl\n\tmovq %%rdi, %%r9\n\tpopq %%rdi\n\tsubq %%rdi, %%r9")
FORM(rep_stosw, "pushq %%rdi\n\tmovl $3, %%ecx\n\trep stosw\n\tmovq %%rdi, %%r9\n\tpopq %%rdi\n\t"
                "subq %%rdi, %%r9")
FORM(lodsl, "pushq %%rsi\n\tmovq %%rdi, %%rsi\n\tlodsl\n\tmovq %%rsi, %%r9\n\tpopq %%rsi\n\t"
            "subq %%rdi, %%r9")
FORM(lodsb, "pushq %%rsi\n\tmovq %%rdi, %%rsi\n\tlodsb\n\tpopq %%rsi")

/* clang-format off */
#define N(id) { #id, form_##id },
static const struct form forms[] = {
    NAMES_FOUR(mov) NAMES_LOADS(mov) N(mov_h_mr) N(mov_9_mr) N(movnti_l) N(movnti_q)
    N(movzx_bw) N(movzx_bl) N(movzx_bq) N(movzx_wl) N(movzx_wq)
    N(movsx_bw) N(movsx_bl) N(movsx_bq) N(movsx_wl) N(movsx_wq) N(movsx_lq)
    NAMES_FOUR(add) NAMES_LOADS(add) NAMES_FOUR(adc) NAMES_LOADS(adc)
    NAMES_FOUR(sub) NAMES_LOADS(sub) NAMES_FOUR(sbb) NAMES_LOADS(sbb)
    NAMES_FOUR(and) NAMES_LOADS(and) NAMES_FOUR(or) NAMES_LOADS(or)
    NAMES_FOUR(xor) NAMES_LOADS(xor) NAMES_FOUR(cmp) NAMES_LOADS(cmp)
    NAMES_FOUR(test) NAMES_FOUR(lock_or) NAMES_FOUR(lock_add)
    NAMES_FOUR(lock_and) NAMES_FOUR(lock_xor) NAMES_FOUR(lock_sub) NAMES_UNARY(lock_not)
    NAMES_UNARY(lock_neg) NAMES_UNARY(lock_dec)
    NAMES_UNARY(inc) NAMES_UNARY(dec) NAMES_UNARY(neg) NAMES_UNARY(not) NAMES_UNARY(lock_inc)
    NAMES_EXCHANGE(xchg) NAMES_EXCHANGE(xadd) NAMES_EXCHANGE(cmpxchg)
    NAMES_EXCHANGE(cmpxchg_unlocked)
    N(imul_w) N(imul_l) N(imul_q) N(imul_w_i) N(imul_l_i) N(imul_q_i) N(bt_w) N(bt_l) N(bt_q)
    N(stosb) N(stosl) N(rep_stosw) N(lodsl) N(lodsb)
    ALL_CONDITIONS(NAMES_CONDITIONAL)
};
/* clang-format on */
#undef N

/* The trapped side: bytes behind functions. */

static _Alignas(64) uint8_t device_bytes[DXGH_PAGE_SIZE];
static struct mmio_region region;
static volatile uint32_t reads;
static volatile uint32_t writes;

static uint64_t device_read(void *context, uint64_t offset, uint32_t size_bytes)
{
    uint64_t value = 0;

    (void)context;
    memcpy(&value, &device_bytes[offset], size_bytes);
    reads++;
    return value;
}

static void device_write(void *context, uint64_t offset, uint32_t size_bytes, uint64_t value)
{
    (void)context;
    memcpy(&device_bytes[offset], &value, size_bytes);
    writes++;
}

static volatile void *trapped(uint64_t offset)
{
    return (volatile char *)region.base + offset;
}

static uint64_t interesting(struct prng *prng)
{
    static const uint64_t values[] = { 0,
                                       1,
                                       0x7F,
                                       0x80,
                                       0xFF,
                                       0x7FFF,
                                       0x8000,
                                       0xFFFF,
                                       0x7FFFFFFF,
                                       0x80000000,
                                       0xFFFFFFFF,
                                       INT64_MAX,
                                       UINT64_C(1) << 63,
                                       UINT64_MAX };

    if (prng_below(prng, 3) == 0) {
        return values[prng_below(prng, DXGH_ARRAY_SIZE(values))];
    }
    return prng_next(prng);
}

static struct cpu random_cpu(struct prng *prng)
{
    return (struct cpu){ interesting(prng), interesting(prng), interesting(prng),
                         (prng_next(prng) & FLAGS) | 0x202 };
}

static void compare_form(const struct form *form, struct prng *prng)
{
    _Alignas(64) uint8_t plain[256];
    struct cpu native = random_cpu(prng);

    for (size_t i = 0; i < sizeof(plain); i += 8) {
        uint64_t word = interesting(prng);

        memcpy(&plain[i], &word, 8);
    }
    if (prng_below(prng, 2) == 0) {
        memcpy(&native.a, &plain[128], 8); /* so that cmpxchg finds what it expects */
    }
    memcpy(device_bytes, plain, sizeof(plain));

    struct cpu emulated = native;

    form->run(&native, &plain[128]);
    form->run(&emulated, trapped(128));
    if (memcmp(&native, &emulated, sizeof(native)) != 0 ||
        memcmp(plain, device_bytes, sizeof(plain)) != 0) {
        print_error("%s: a %llx/%llx c %llx/%llx r9 %llx/%llx flags %llx/%llx\n", form->name,
                    (unsigned long long)native.a, (unsigned long long)emulated.a,
                    (unsigned long long)native.c, (unsigned long long)emulated.c,
                    (unsigned long long)native.r, (unsigned long long)emulated.r,
                    (unsigned long long)native.flags, (unsigned long long)emulated.flags);
        fail_msg("%s differs from the processor", form->name);
    }
}

static void compare_all(void *argument)
{
    struct prng prng;

    (void)argument;
    prng_init(&prng, 17);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(forms); i++) {
        reads = 0;
        writes = 0;
        for (int turn = 0; turn < 300; turn++) {
            compare_form(&forms[i], &prng);
        }
        assert_true(reads + writes >= 300);
    }
}

static int setup(void **state)
{
    (void)state;
    power_on(1, DECISION_FIXED, 0);
    region = (struct mmio_region){ .size_bytes = sizeof(device_bytes),
                                   .read = device_read,
                                   .write = device_write };
    assert_true(mmio_region_add(machine, &region));
    return 0;
}

static int teardown(void **state)
{
    mmio_region_remove(machine, &region);
    return power_off(state);
}

static void every_form_equals_the_processor(void **state)
{
    (void)state;
    assert_int_equal(machine_run(machine, compare_all, NULL), MACHINE_RETURNED);
}

static void use_index(void *argument)
{
    struct cpu cpu = { .c = 0x11223344, .flags = 0x202 };
    uint32_t stored;

    (void)argument;
    memset(device_bytes, 0, sizeof(device_bytes));
    device_bytes[1028] = 0x5A;
    /* With %rsi = %rdi - 100 and %rdx * 8 = 64 the store is at %rdi, the load 736 below it. */
    form_mov_index(&cpu, trapped(1764));
    assert_int_equal(cpu.a, 0x5A);
    memcpy(&stored, &device_bytes[1764], 4);
    assert_int_equal(stored, 0x11223344);
}

static void base_index_scale_and_displacement_are_added(void **state)
{
    (void)state;
    assert_int_equal(machine_run(machine, use_index, NULL), MACHINE_RETURNED);
}

static void exchange_in_vain(void *argument)
{
    struct cpu cpu = { .a = 1, .c = 2, .flags = 0x202 };

    (void)argument;
    memset(device_bytes, 9, 8);
    form_cmpxchg_l(&cpu, trapped(0));
    assert_int_equal(cpu.a, 0x09090909);
}

/* As on the bus: a device may act on the write although the value is its own. */
static void a_failed_compare_and_exchange_writes_the_old_value_back(void **state)
{
    (void)state;
    reads = 0;
    writes = 0;
    assert_int_equal(machine_run(machine, exchange_in_vain, NULL), MACHINE_RETURNED);
    assert_int_equal(reads, 1);
    assert_int_equal(writes, 1);
}

/* A copy to and from plain memory, forwards and backwards, across the end of one emulation. */
static void copy_with_rep(void *argument)
{
    uint8_t plain[512];
    void *source = plain;
    volatile void *target = trapped(64);
    uint64_t count = sizeof(plain);

    (void)argument;
    for (size_t i = 0; i < sizeof(plain); i++) {
        plain[i] = (uint8_t)(i * 7);
    }
    __asm__ volatile("rep movsb" : "+S"(source), "+D"(target), "+c"(count) : : "memory");
    assert_int_equal(count, 0);
    assert_ptr_equal(source, plain + sizeof(plain));
    assert_ptr_equal(target, trapped(64 + sizeof(plain)));
    assert_memory_equal(&device_bytes[64], plain, sizeof(plain));
    assert_int_equal(writes, sizeof(plain));

    uint32_t back[16];
    volatile void *from = trapped(64 + 15 * 4);
    void *to = &back[15];

    count = 16;
    __asm__ volatile("std\n\trep movsl\n\tcld" : "+S"(from), "+D"(to), "+c"(count) : : "memory");
    assert_int_equal(count, 0);
    assert_memory_equal(back, plain, sizeof(back));
}

static void repeated_moves_copy_both_ways(void **state)
{
    (void)state;
    writes = 0;
    assert_int_equal(machine_run(machine, copy_with_rep, NULL), MACHINE_RETURNED);
}

/* What is not supported changes nothing and becomes the driver's fault. */

static uintptr_t refused_pc;

static void fault_bugcheck(struct machine *self, uint32_t exception_code, uintptr_t address,
                           bool is_write, uintptr_t pc)
{
    uint64_t parameters[4] = { exception_code, address, is_write, pc };

    refused_pc = pc;
    machine_bugcheck(self, 0x50, parameters, "fault");
}

static void vector_load(void *argument)
{
    (void)argument;
    __asm__ volatile("movups (%0), %%xmm0" : : "r"(trapped(0)) : "xmm0");
}

static void push_register(void *argument)
{
    (void)argument;
    __asm__ volatile("leaq -128(%%rsp), %%rsp\n\tpushq (%0)\n\tpopq %%rax\n\tleaq 128(%%rsp), %%rsp"
                     :
                     : "r"(trapped(0))
                     : "rax", "memory");
}

static void bit_set(void *argument)
{
    (void)argument;
    __asm__ volatile("btsl $3, (%0)" : : "r"(trapped(0)) : "cc", "memory");
}

static void one_operand_multiply(void *argument)
{
    (void)argument;
    __asm__ volatile("mull (%0)" : : "r"(trapped(0)) : "rax", "rdx", "cc");
}

static void misaligned_load(void *argument)
{
    (void)argument;
    __asm__ volatile("movl (%0), %%eax" : : "r"(trapped(2)) : "rax");
}

static void load_over_the_end(void *argument)
{
    (void)argument;
    __asm__ volatile("movq (%0), %%rax" : : "r"(trapped(DXGH_PAGE_SIZE - 4)) : "rax");
}

static uintptr_t end_of_source;

/* Four bytes can be read, the fifth cannot: the emulation itself meets the end of the page. */
static void bad_source_of_a_copy(void *argument)
{
    volatile void *target = trapped(0);
    uintptr_t source = end_of_source - 4;
    uint64_t count = 8;

    (void)argument;
    __asm__ volatile("rep movsb" : "+S"(source), "+D"(target), "+c"(count) : : "memory");
}

static void in_driver(void *code)
{
    machine->running->in_driver = true;
    ((void (*)(void *))code)(NULL);
}

static void other_forms_are_the_drivers_fault(void **state)
{
    (void)state;
    static const struct {
        void (*code)(void *);
        const char *name;
    } refused[] = {
        { vector_load, "movups" },
        { push_register, "push" },
        { bit_set, "bts" },
        { one_operand_multiply, "mul" },
        { misaligned_load, "misaligned" },
        { load_over_the_end, "over the end" },
        { bad_source_of_a_copy, "bad source" },
    };

    char *source =
        mmap(NULL, 2 * DXGH_PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    assert_int_equal(mprotect(source + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, PROT_NONE), 0);
    end_of_source = (uintptr_t)source + DXGH_PAGE_SIZE;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(refused); i++) {
        (void)setup(NULL);
        machine->hooks.fault_bugcheck = fault_bugcheck;
        reads = 0;
        writes = 0;
        assert_int_equal(run_to_bugcheck(in_driver, (void *)refused[i].code), 0x50);

        bool is_copy = refused[i].code == bad_source_of_a_copy;

        if (reads != 0 || writes != (is_copy ? 4 : 0) ||
            refused_pc - (uintptr_t)refused[i].code > 256) {
            fail_msg("%s: the device was touched, or the fault is elsewhere", refused[i].name);
        }
        if (is_copy) {
            assert_int_equal(machine->bugcheck.parameters[1], end_of_source);
        } else {
            assert_in_range(machine->bugcheck.parameters[1], region.base,
                            region.base + DXGH_PAGE_SIZE - 1);
        }
        (void)teardown(NULL);
    }
    (void)munmap(source, 2 * DXGH_PAGE_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_form_equals_the_processor, setup, teardown),
        cmocka_unit_test_setup_teardown(base_index_scale_and_displacement_are_added, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_failed_compare_and_exchange_writes_the_old_value_back,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(repeated_moves_copy_both_ways, setup, teardown),
        cmocka_unit_test(other_forms_are_the_drivers_fault),
    };
    return cmocka_run_group_tests_name("machine/instruction", tests, NULL, NULL);
}
