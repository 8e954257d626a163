// poppler-cpp opens a converter of characters for each word and closes it again, which costs twenty
// times what the conversion does. These stand before the C library's functions of the same names
// and keep a few closed converters for whoever opens the same one next.
#include <dlfcn.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace {

struct Converter {
  iconv_t handle = nullptr;
  std::string to;
  std::string from;
  bool open = false;
};

// Those of a thread; one whose handle is nullptr is free to be taken.
thread_local std::array<Converter, 4> kept;

template <class Function>
Function* next_of(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

iconv_t iconv_open(const char* to, const char* from) {
  static auto* const open = next_of<iconv_t(const char*, const char*)>("iconv_open");
  const auto again = std::find_if(kept.begin(), kept.end(), [&](const Converter& c) {
    return c.handle != nullptr && !c.open && c.to == to && c.from == from;
  });
  if (again != kept.end()) {
    again->open = true;
    return again->handle;
  }
  iconv_t handle = open(to, from);
  const auto place = std::find_if(kept.begin(), kept.end(),
                                  [](const Converter& c) { return c.handle == nullptr; });
  const bool good = reinterpret_cast<std::intptr_t>(handle) != -1;
  if (good && place != kept.end()) *place = {handle, to, from, true};
  return handle;
}

int iconv_close(iconv_t handle) {
  static auto* const close = next_of<int(iconv_t)>("iconv_close");
  const auto found = std::find_if(kept.begin(), kept.end(),
                                  [&](const Converter& c) { return c.handle == handle; });
  if (found == kept.end()) return close(handle);
  // Into its initial state, so that it is as good as new.
  ::iconv(handle, nullptr, nullptr, nullptr, nullptr);
  found->open = false;
  return 0;
}
