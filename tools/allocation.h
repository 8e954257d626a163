// How the program gets its memory.
#pragma once

namespace tradereport::tools {

// What one document leaves behind, the next one takes up. mimalloc would give it back after a few
// milliseconds, which costs page faults and makes memory unsteady.
void keep_memory_for_a_while();

}  // namespace tradereport::tools
