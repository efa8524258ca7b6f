/* SPDX-License-Identifier: MIT */
#include "bench/vulkan_peer.h"

#include "bench/bench.h"

#include <math.h>

#if BENCH_HAVE_VULKAN

#include <vulkan/vulkan.h>

#define DEVICES_MAX 8u

enum peer_state { PEER_UNTRIED, PEER_OPEN, PEER_ABSENT };

static struct {
    enum peer_state state;
    const char *why;
    VkInstance instance;
    VkDevice device;
    VkQueue queue;
    VkFence fence;
} peer;

/* lavapipe is the only device that calls itself a CPU. */
static VkPhysicalDevice find_cpu(void)
{
    VkPhysicalDevice devices[DEVICES_MAX];
    uint32_t count = DEVICES_MAX;
    VkResult result = vkEnumeratePhysicalDevices(peer.instance, &count, devices);

    if (result != VK_SUCCESS && result != VK_INCOMPLETE) {
        return VK_NULL_HANDLE;
    }
    for (uint32_t i = 0; i < count; i++) {
        VkPhysicalDeviceProperties properties;

        vkGetPhysicalDeviceProperties(devices[i], &properties);
        if (properties.deviceType == VK_PHYSICAL_DEVICE_TYPE_CPU) {
            return devices[i];
        }
    }
    return VK_NULL_HANDLE;
}

static const char *open_peer(void)
{
    const VkApplicationInfo application = { .sType = VK_STRUCTURE_TYPE_APPLICATION_INFO,
                                            .pApplicationName = "dxghost-bench",
                                            .apiVersion = VK_API_VERSION_1_0 };
    const VkInstanceCreateInfo instance = { .sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO,
                                            .pApplicationInfo = &application };
    const float priority = 1.0f;
    const VkDeviceQueueCreateInfo queue = { .sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO,
                                            .queueFamilyIndex = 0, /* lavapipe has one family */
                                            .queueCount = 1,
                                            .pQueuePriorities = &priority };
    const VkDeviceCreateInfo device = { .sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO,
                                        .queueCreateInfoCount = 1,
                                        .pQueueCreateInfos = &queue };
    const VkFenceCreateInfo fence = { .sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO };

    if (vkCreateInstance(&instance, NULL, &peer.instance) != VK_SUCCESS) {
        return "there is no Vulkan driver here: install mesa-vulkan-drivers";
    }

    VkPhysicalDevice cpu = find_cpu();

    if (cpu == VK_NULL_HANDLE) {
        return "Vulkan has no CPU device here: install mesa-vulkan-drivers";
    }
    if (vkCreateDevice(cpu, &device, NULL, &peer.device) != VK_SUCCESS) {
        return "lavapipe does not start";
    }
    vkGetDeviceQueue(peer.device, 0, 0, &peer.queue);
    if (vkCreateFence(peer.device, &fence, NULL, &peer.fence) != VK_SUCCESS) {
        return "lavapipe makes no fence";
    }
    return NULL;
}

static void submit_and_wait(void *state, uint64_t count)
{
    const VkSubmitInfo empty = { .sType = VK_STRUCTURE_TYPE_SUBMIT_INFO };

    (void)state;
    for (; count > 0; count--) {
        (void)vkResetFences(peer.device, 1, &peer.fence);
        (void)vkQueueSubmit(peer.queue, 1, &empty, peer.fence);
        (void)vkWaitForFences(peer.device, 1, &peer.fence, VK_TRUE, UINT64_MAX);
    }
}

double vulkan_peer_submit_us(void)
{
    if (peer.state == PEER_UNTRIED) {
        peer.why = open_peer();
        peer.state = peer.why == NULL ? PEER_OPEN : PEER_ABSENT;
    }
    if (peer.state == PEER_ABSENT) {
        bench_note_peer(peer.why);
        return NAN;
    }
    return bench_ns_per_call(submit_and_wait, NULL) / 1000.0;
}

void vulkan_peer_close(void)
{
    if (peer.device != VK_NULL_HANDLE) {
        vkDestroyFence(peer.device, peer.fence, NULL);
        vkDestroyDevice(peer.device, NULL);
    }
    if (peer.instance != VK_NULL_HANDLE) {
        vkDestroyInstance(peer.instance, NULL);
    }
    peer.device = VK_NULL_HANDLE;
    peer.instance = VK_NULL_HANDLE;
    peer.state = PEER_UNTRIED;
}

#else

double vulkan_peer_submit_us(void)
{
    bench_note_peer("built without Vulkan: install libvulkan-dev and build again");
    return NAN;
}

void vulkan_peer_close(void)
{
}

#endif
