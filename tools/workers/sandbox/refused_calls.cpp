#include "tools/workers/sandbox/refused_calls.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <ucontext.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace tradereport::tools {

namespace {

// The notes of this process, for its signal handler, which has no other way to them.
std::atomic<RefusedCalls::Notes*> notes_here{nullptr};

#if defined(__x86_64__)
constexpr bool kKnowsRegisters = true;
void set_result(ucontext_t& context, long result) {
  context.uc_mcontext.gregs[REG_RAX] = result;
}
#elif defined(__aarch64__)
constexpr bool kKnowsRegisters = true;
void set_result(ucontext_t& context, long result) {
  context.uc_mcontext.regs[0] = static_cast<unsigned long long>(result);
}
#else
constexpr bool kKnowsRegisters = false;
void set_result(ucontext_t& /*context*/, long /*result*/) {}
#endif

void on_sigsys(int /*signal*/, siginfo_t* info, void* context) {
  RefusedCalls::Notes* const notes = notes_here.load();
  const auto number = static_cast<std::size_t>(info->si_syscall);
  if (notes != nullptr && number < notes->size()) (*notes)[number].store(true);
  set_result(*static_cast<ucontext_t*>(context), -EPERM);
}

std::string call_name(std::size_t number) {
  const std::unique_ptr<char, void (*)(void*)> name(
      ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, static_cast<int>(number)), std::free);
  return name ? name.get() : std::to_string(number);
}

}  // namespace

void RefusedCalls::Unmap::operator()(Notes* notes) const {
  ::munmap(notes, sizeof(Notes));
}

RefusedCalls::RefusedCalls() {
  void* const shared =
      ::mmap(nullptr, sizeof(Notes), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared != MAP_FAILED) notes_.reset(new (shared) Notes{});
}

bool RefusedCalls::note() const {
  if (!kKnowsRegisters) return false;
  notes_here.store(notes_.get());
  struct sigaction action {};
  action.sa_sigaction = on_sigsys;
  action.sa_flags = SA_SIGINFO;
  sigset_t sigsys;
  return ::sigaction(SIGSYS, &action, nullptr) == 0 && ::sigemptyset(&sigsys) == 0 &&
         ::sigaddset(&sigsys, SIGSYS) == 0 && ::sigprocmask(SIG_UNBLOCK, &sigsys, nullptr) == 0;
}

std::vector<std::string> RefusedCalls::take() const {
  std::vector<std::string> names;
  if (!notes_) return names;
  for (std::size_t number = 0; number < notes_->size(); ++number)
    if ((*notes_)[number].exchange(false)) names.push_back(call_name(number));
  return names;
}

}  // namespace tradereport::tools
