/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "tests/lib/test.h"

/* The published first numbers of splitmix64 from zero. */
static void the_seed_mixer_gives_the_published_numbers(void **state)
{
    (void)state;
    uint64_t seed = 0;

    assert_true(prng_mix(&seed) == UINT64_C(0xE220A8397B1DCDAF));
    assert_true(prng_mix(&seed) == UINT64_C(0x6E789E6AA1B965F4));
    assert_true(prng_mix(&seed) == UINT64_C(0x06C45D188009454F));
}

/* The published first numbers of xoshiro256** from the state 1, 2, 3, 4. */
static void the_stream_gives_the_published_numbers(void **state)
{
    (void)state;
    struct prng prng = { { 1, 2, 3, 4 } };

    assert_true(prng_next(&prng) == 11520);
    assert_true(prng_next(&prng) == 0);
    assert_true(prng_next(&prng) == 1509978240);
    assert_true(prng_next(&prng) == UINT64_C(1215971899390074240));
}

static void same_seed_same_numbers_other_seed_other_numbers(void **state)
{
    (void)state;
    struct prng a;
    struct prng b;
    struct prng c;
    int differences = 0;

    prng_init(&a, 99);
    prng_init(&b, 99);
    prng_init(&c, 100);
    for (int i = 0; i < 1000; i++) {
        uint64_t value = prng_next(&a);

        assert_true(value == prng_next(&b));
        differences += value != prng_next(&c);
    }
    assert_true(differences > 990);
}

/* 100,000 draws of 10: each face within 5 standard deviations of a tenth. */
static void below_stays_below_and_is_even(void **state)
{
    (void)state;
    struct prng prng;
    int faces[10] = { 0 };

    prng_init(&prng, 3);
    for (int i = 0; i < 100000; i++) {
        uint32_t face = prng_below(&prng, 10);

        assert_true(face < 10);
        faces[face]++;
    }
    for (int i = 0; i < 10; i++) {
        assert_in_range(faces[i], 10000 - 475, 10000 + 475);
    }
    assert_int_equal(prng_below(&prng, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_seed_mixer_gives_the_published_numbers),
        cmocka_unit_test(the_stream_gives_the_published_numbers),
        cmocka_unit_test(same_seed_same_numbers_other_seed_other_numbers),
        cmocka_unit_test(below_stays_below_and_is_even),
    };
    return cmocka_run_group_tests_name("base/prng", tests, NULL, NULL);
}
