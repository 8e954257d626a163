// Whether the sanitizers watch this program.
#pragma once

namespace tradereport {

// Of cases that go through the same code, one in so many is enough under the sanitizers, which make
// each some four times as slow: all of them are tried without (preset dev).
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool kKeepsFreedMemory = true;
inline constexpr unsigned kOneIn = 5;
#else
inline constexpr bool kKeepsFreedMemory = false;  // to tell who uses it
inline constexpr unsigned kOneIn = 1;
#endif

}  // namespace tradereport
