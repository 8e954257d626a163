#include "tools/workers/sandbox/sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "tools/workers/sandbox/landlock.h"

namespace tradereport::tools {

namespace {

// Sanitizers reserve terabytes of address space, and look through a pipe whether memory can be
// read.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

// Calls that only read, wait, or manage the process's own memory.
constexpr int kHarmless[] = {SCMP_SYS(read),
                             SCMP_SYS(readv),
                             SCMP_SYS(pread64),
                             SCMP_SYS(lseek),
                             SCMP_SYS(close),
                             SCMP_SYS(fstat),
                             SCMP_SYS(stat),
                             SCMP_SYS(lstat),
                             SCMP_SYS(newfstatat),
                             SCMP_SYS(statx),
                             SCMP_SYS(statfs),
                             SCMP_SYS(fstatfs),
                             SCMP_SYS(access),
                             SCMP_SYS(faccessat),
                             SCMP_SYS(faccessat2),
                             SCMP_SYS(readlink),
                             SCMP_SYS(readlinkat),
                             SCMP_SYS(getcwd),
                             SCMP_SYS(getdents64),
                             SCMP_SYS(fadvise64),
                             SCMP_SYS(brk),
                             SCMP_SYS(munmap),
                             SCMP_SYS(mremap),
                             SCMP_SYS(madvise),
                             SCMP_SYS(futex),
                             SCMP_SYS(sched_yield),
                             SCMP_SYS(sysinfo),
                             SCMP_SYS(sched_getaffinity),
                             SCMP_SYS(clock_gettime),
                             SCMP_SYS(gettimeofday),
                             SCMP_SYS(time),
                             SCMP_SYS(getrandom),
                             SCMP_SYS(uname),
                             SCMP_SYS(getpid),
                             SCMP_SYS(gettid),
                             SCMP_SYS(getuid),
                             SCMP_SYS(geteuid),
                             SCMP_SYS(getgid),
                             SCMP_SYS(getegid),
                             SCMP_SYS(getrusage),
                             SCMP_SYS(rt_sigprocmask),
                             SCMP_SYS(rt_sigaction),
                             SCMP_SYS(rt_sigreturn),
                             SCMP_SYS(sigaltstack),
                             SCMP_SYS(exit),
                             SCMP_SYS(exit_group),
                             SCMP_SYS(restart_syscall),
                             SCMP_SYS(dup)};

// Adds nothing for a call that this machine does not have.
bool add(scmp_filter_ctx filter, std::uint32_t action, int call) {
  const int result = seccomp_rule_add(filter, action, call, 0);
  return result == 0 || result == -EDOM;
}

bool allow(scmp_filter_ctx filter, int call) {
  return add(filter, SCMP_ACT_ALLOW, call);
}

bool allow(scmp_filter_ctx filter, int call, const scmp_arg_cmp& condition) {
  const int result = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &condition);
  return result == 0 || result == -EDOM;
}

// The argument with that index is `value`, as far as `mask` says.
scmp_arg_cmp argument_is(unsigned index, std::uint64_t value, std::uint64_t mask = ~0ULL) {
  return {index, SCMP_CMP_MASKED_EQ, mask, value};
}

// `noting`: SIGSYS tells the process what it was refused.
bool filter_calls(int channel, bool noting) {
  const std::unique_ptr<void, void (*)(scmp_filter_ctx)> owner(
      seccomp_init(noting ? SCMP_ACT_TRAP : SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  auto* const filter = owner.get();
  if (filter == nullptr) return false;
  bool good = true;
  for (const int call : kHarmless) good = good && allow(filter, call);
  if (kSanitized) {
    for (const int call : {SCMP_SYS(pipe), SCMP_SYS(pipe2)}) good = good && allow(filter, call);
    good = good && allow(filter, SCMP_SYS(write), {0, SCMP_CMP_GT, STDERR_FILENO, 0});
  }

  constexpr std::uint64_t writing =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  good = good && allow(filter, SCMP_SYS(open), argument_is(1, O_RDONLY, writing));
  good = good && allow(filter, SCMP_SYS(openat), argument_is(2, O_RDONLY, writing));

  // No code but what is there already.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    good = good && allow(filter, call, argument_is(2, 0, PROT_EXEC));

  const auto socket = static_cast<std::uint64_t>(channel);
  for (const int call : {SCMP_SYS(sendto), SCMP_SYS(recvfrom), SCMP_SYS(recvmsg)})
    good = good && allow(filter, call, argument_is(0, socket));
  // What asks for an open file's flags: fdopendir() does. FreeType has files closed on exec.
  for (const int command : {F_GETFL, F_GETFD, F_SETFD, F_DUPFD_CLOEXEC}) {
    good =
        good && allow(filter, SCMP_SYS(fcntl), argument_is(1, static_cast<std::uint64_t>(command)));
  }
  // Naming memory for debuggers: Abseil does, on which RE2 of Debian 13 is built.
  good = good && allow(filter, SCMP_SYS(prctl), argument_is(0, PR_SET_VMA));
  // The C library blocks all signals while it makes a process, and a blocked SIGSYS kills.
  if (noting) {
    for (const int call : {SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(fork), SCMP_SYS(vfork)})
      good = good && add(filter, SCMP_ACT_ERRNO(EPERM), call);
  }
  // abort() sends a signal to its own process.
  good = good &&
         allow(filter, SCMP_SYS(tgkill), argument_is(0, static_cast<std::uint64_t>(::getpid())));
  // Asking for limits, not setting them.
  good = good && allow(filter, SCMP_SYS(prlimit64), argument_is(2, 0));
  return good && seccomp_load(filter) == 0;
}

void set_limit(__rlimit_resource resource, rlim_t most) {
  const rlimit limit{most, most};
  ::setrlimit(resource, &limit);
}

// The address space that the process has now, in bytes.
std::uint64_t address_space() {
  unsigned long long pages = 0;
  if (std::FILE* const file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%llu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

bool limit_memory(std::uint64_t memory) {
  if (kSanitized) return true;
  const std::uint64_t now = address_space();
  if (now == 0) return false;
  const rlimit limit{now + memory, now + memory};
  return ::setrlimit(RLIMIT_AS, &limit) == 0;
}

}  // namespace

void forbid_debugging() {
  if (!kSanitized) ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // their leak checker looks so
}

SandboxGaps enter_sandbox(int channel, std::uint64_t memory, const RefusedCalls& refused) {
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_FSIZE, 0);
  SandboxGaps gaps;
  gaps.memory = !limit_memory(memory);
  gaps.privileges = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0;
  gaps.files = !gaps.privileges && !open_only(files_that_poppler_needs());
  gaps.calls = !filter_calls(channel, refused.note());
  return gaps;
}

}  // namespace tradereport::tools
