/* The system calls no judged program needs, as one BPF program.
 *
 * A deny list, because a toolchain's runtime may need calls we never heard of, and a wrong refusal costs an honest
 * program its reward. What it must keep out is the network, other processes' memory, new namespaces and mounts, and the
 * parts of the kernel with the most bugs. Refused calls fail with an errno, so that a library that merely probes for a
 * feature goes on without it. */
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#else
#error "no seccomp filter for this architecture yet"
#endif

#define ARG_LOW(n) ((unsigned)offsetof(struct seccomp_data, args[n]))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define FAIL(error) (SECCOMP_RET_ERRNO | ((error) & SECCOMP_RET_DATA))
/* When the accumulator holds this number, fail; else go on. */
#define DENY(number, error) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), RETURN(FAIL(error))

#define NAMESPACE_FLAGS                                                                                                \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

#if defined(__x86_64__)
#define NO_X32 BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000u, 0, 1), RETURN(SECCOMP_RET_KILL_PROCESS),
#else
#define NO_X32
#endif

/* Foreign ABIs are killed; then the number of the call is in the accumulator. */
#define NATIVE_CALL_NUMBER                                                                                             \
    LOAD(offsetof(struct seccomp_data, arch)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCH, 1, 0),                 \
        RETURN(SECCOMP_RET_KILL_PROCESS), LOAD(offsetof(struct seccomp_data, nr)), NO_X32

/* Once per warm interpreter: its forks inherit it. A second filter for each fork would cost a tenth of a run. */
static const struct sock_filter filter[] = {
    NATIVE_CALL_NUMBER

    /* The network: only a pair of sockets that are connected to each other and to nothing else. */
    DENY(SYS_socket, EPERM),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
    RETURN(SECCOMP_RET_ALLOW),
    RETURN(FAIL(EPERM)),

    /* Threads and processes, but no namespaces. The flags of clone3 are in memory, where a filter cannot look. */
    DENY(SYS_clone3, ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NAMESPACE_FLAGS, 0, 1),
    RETURN(FAIL(EPERM)),
    RETURN(SECCOMP_RET_ALLOW),
    DENY(SYS_unshare, EPERM),

    /* A warm interpreter and its forks enter the namespaces of a run by these types; afterwards they have no capability left,
     * and the kernel refuses them too. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_setns, 0, 5),
    LOAD(ARG_LOW(1)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CLONE_NEWPID, 2, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CLONE_NEWNS, 1, 0),
    RETURN(FAIL(EPERM)),
    RETURN(SECCOMP_RET_ALLOW),

    /* Filters of its own could hide from a program what it is refused, and from us what it did. */
    DENY(SYS_seccomp, EPERM),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1),
    RETURN(FAIL(EPERM)),
    RETURN(SECCOMP_RET_ALLOW),

    /* Terminals: no pushing of characters into one, should a terminal ever be inherited. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 4),
    LOAD(ARG_LOW(1)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x5412 /* TIOCSTI */, 0, 1),
    RETURN(FAIL(EPERM)),
    RETURN(SECCOMP_RET_ALLOW),

    /* Mounts and roots. */
    DENY(SYS_mount, EPERM),
    DENY(SYS_umount2, EPERM),
    DENY(SYS_pivot_root, EPERM),
    DENY(SYS_chroot, EPERM),
    DENY(428 /* open_tree */, EPERM),
    DENY(429 /* move_mount */, EPERM),
    DENY(430 /* fsopen */, EPERM),
    DENY(431 /* fsconfig */, EPERM),
    DENY(432 /* fsmount */, EPERM),
    DENY(433 /* fspick */, EPERM),
    DENY(442 /* mount_setattr */, EPERM),
    DENY(467 /* open_tree_attr */, EPERM),
    DENY(SYS_name_to_handle_at, EPERM),
    DENY(SYS_open_by_handle_at, EPERM),
    DENY(SYS_quotactl, EPERM),
    DENY(SYS_swapon, EPERM),
    DENY(SYS_swapoff, EPERM),

    /* Other processes. */
    DENY(SYS_ptrace, EPERM),
    DENY(SYS_process_vm_readv, EPERM),
    DENY(SYS_process_vm_writev, EPERM),
    DENY(438 /* pidfd_getfd */, EPERM),
    DENY(440 /* process_madvise */, EPERM),
    DENY(448 /* process_mrelease */, EPERM),
    DENY(SYS_kcmp, EPERM),
    DENY(SYS_migrate_pages, EPERM),
    DENY(SYS_move_pages, EPERM),

    /* Large or young parts of the kernel that nothing judged needs. */
    DENY(SYS_bpf, EPERM),
    DENY(SYS_perf_event_open, EPERM),
    DENY(SYS_userfaultfd, EPERM),
    DENY(425 /* io_uring_setup */, EPERM),
    DENY(426 /* io_uring_enter */, EPERM),
    DENY(427 /* io_uring_register */, EPERM),
    DENY(SYS_fanotify_init, EPERM),
    DENY(SYS_keyctl, EPERM),
    DENY(SYS_add_key, EPERM),
    DENY(SYS_request_key, EPERM),
    DENY(SYS_vhangup, EPERM),
    DENY(SYS_acct, EPERM),
    DENY(SYS_syslog, EPERM),
    DENY(SYS_lookup_dcookie, EPERM),
#ifdef SYS_nfsservctl
    DENY(SYS_nfsservctl, EPERM),
#endif

    /* System V and POSIX queues, segments and semaphores: they would outlive a run. No run has an ipc namespace of its own
     * because none can make anything that would be in it. */
    DENY(SYS_msgget, ENOSYS),
    DENY(SYS_semget, ENOSYS),
    DENY(SYS_shmget, ENOSYS),
    DENY(SYS_mq_open, ENOSYS),
    DENY(SYS_mq_unlink, ENOSYS),

    /* The machine. */
    DENY(SYS_kexec_load, EPERM),
#ifdef SYS_kexec_file_load
    DENY(SYS_kexec_file_load, EPERM),
#endif
    DENY(SYS_init_module, EPERM),
    DENY(SYS_finit_module, EPERM),
    DENY(SYS_delete_module, EPERM),
    DENY(SYS_reboot, EPERM),
    DENY(SYS_settimeofday, EPERM),
    DENY(SYS_clock_settime, EPERM),
    DENY(SYS_clock_adjtime, EPERM),
    DENY(SYS_adjtimex, EPERM),
    DENY(SYS_sethostname, EPERM),
    DENY(SYS_setdomainname, EPERM),
#if defined(__x86_64__)
    DENY(SYS_iopl, EPERM),
    DENY(SYS_ioperm, EPERM),
    DENY(SYS_modify_ldt, EPERM),
    DENY(SYS_uselib, EPERM),
    DENY(SYS_ustat, EPERM),
    DENY(SYS_sysfs, EPERM),
    DENY(SYS_create_module, EPERM),
#endif

    /* Personalities weaken address randomisation; asking for the current one is harmless. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_personality, 0, 4),
    LOAD(ARG_LOW(0)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0xffffffffu, 0, 1),
    RETURN(SECCOMP_RET_ALLOW),
    RETURN(FAIL(EPERM)),

    RETURN(SECCOMP_RET_ALLOW),
};

int install_filter(void) {
    struct sock_fprog whole = {.len = sizeof filter / sizeof filter[0], .filter = (struct sock_filter *)(uintptr_t)filter};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0 ? 0 : errno;
}
