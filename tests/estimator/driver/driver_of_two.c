/* Stands for NVIDIA's driver library on a machine with two GPUs. */
#include <stdio.h>
#include <string.h>

int cuInit(unsigned flags) {
  return flags == 0 ? 0 : 1;
}

int cuDeviceGet(int* device, int ordinal) {
  if (ordinal < 0 || ordinal > 1) return 101;
  *device = ordinal + 40;
  return 0;
}

int cuDeviceGetName(char* name, int length, int device) {
  if (device < 40) return 101;
  snprintf(name, (size_t)length, "Test GPU %d", device - 40);
  return 0;
}

int cuDeviceTotalMem_v2(size_t* bytes, int device) {
  if (device < 40) return 101;
  *bytes = (size_t)(device - 39) * 8000000000u;
  return 0;
}
