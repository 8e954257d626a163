// Memory from mimalloc, where the program is linked with it: malloc() is replaced by the linker,
// and what stands here spares C++ the way through it. mimalloc's own operator new ends the program
// where it should throw.
#include "tools/allocation.h"

#ifdef TRADEREPORT_MIMALLOC
#include <mimalloc.h>

#include <cstddef>
#include <new>

#if MI_MALLOC_VERSION >= 210
#define mi_option_decommit_delay mi_option_purge_delay
#endif

void* operator new(std::size_t size) {
  if (void* const memory = mi_malloc(size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
  mi_free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  mi_free(memory);
}
#endif

namespace tradereport::tools {

void keep_memory_for_a_while() {
#ifdef TRADEREPORT_MIMALLOC
  mi_option_set_default(mi_option_decommit_delay, 500);  // milliseconds
#endif
}

}  // namespace tradereport::tools
