/* The system calls no judged program needs, one line each:
 *
 *   PROGRAM(name, number, error)  refused to programs; the agent itself makes them, in a container too
 *   NOBODY(name, number, error)   refused to programs, and in a container to the agent as well
 *
 * Both the filter of the programs and the profile of the containers are made of this list. */
#ifndef GRADER_DENIED_H
#define GRADER_DENIED_H

#define PUSH_INTO_TERMINAL 0x5412u /* the request TIOCSTI of ioctl */
#define ASK_PERSONALITY 0xffffffffu

#if defined(__x86_64__)
#define DENIED_HERE(NOBODY) \
    NOBODY(iopl, SYS_iopl, EPERM) \
    NOBODY(ioperm, SYS_ioperm, EPERM) \
    NOBODY(modify_ldt, SYS_modify_ldt, EPERM) \
    NOBODY(uselib, SYS_uselib, EPERM) \
    NOBODY(ustat, SYS_ustat, EPERM) \
    NOBODY(sysfs, SYS_sysfs, EPERM) \
    NOBODY(create_module, SYS_create_module, EPERM)
#else
#define DENIED_HERE(NOBODY)
#endif

#define DENIED(PROGRAM, NOBODY) \
    /* The network. Pairs of sockets that are connected to each other and to nothing else are let through, see seccomp.c. */ \
    NOBODY(socket, SYS_socket, EPERM) \
    /* Namespaces. The flags of clone3 are in memory, where a filter cannot look; those of clone are looked at. */ \
    NOBODY(clone3, SYS_clone3, ENOSYS) \
    PROGRAM(unshare, SYS_unshare, EPERM) \
    /* Mounts and roots. */ \
    PROGRAM(mount, SYS_mount, EPERM) \
    PROGRAM(umount2, SYS_umount2, EPERM) \
    PROGRAM(pivot_root, SYS_pivot_root, EPERM) \
    NOBODY(chroot, SYS_chroot, EPERM) \
    PROGRAM(open_tree, 428, EPERM) \
    PROGRAM(move_mount, 429, EPERM) \
    NOBODY(fsopen, 430, EPERM) \
    NOBODY(fsconfig, 431, EPERM) \
    NOBODY(fsmount, 432, EPERM) \
    NOBODY(fspick, 433, EPERM) \
    PROGRAM(mount_setattr, 442, EPERM) \
    NOBODY(open_tree_attr, 467, EPERM) \
    NOBODY(name_to_handle_at, SYS_name_to_handle_at, EPERM) \
    NOBODY(open_by_handle_at, SYS_open_by_handle_at, EPERM) \
    NOBODY(quotactl, SYS_quotactl, EPERM) \
    NOBODY(swapon, SYS_swapon, EPERM) \
    NOBODY(swapoff, SYS_swapoff, EPERM) \
    /* Other processes. */ \
    NOBODY(ptrace, SYS_ptrace, EPERM) \
    NOBODY(process_vm_readv, SYS_process_vm_readv, EPERM) \
    NOBODY(process_vm_writev, SYS_process_vm_writev, EPERM) \
    NOBODY(pidfd_getfd, 438, EPERM) \
    NOBODY(process_madvise, 440, EPERM) \
    NOBODY(process_mrelease, 448, EPERM) \
    NOBODY(kcmp, SYS_kcmp, EPERM) \
    NOBODY(migrate_pages, SYS_migrate_pages, EPERM) \
    NOBODY(move_pages, SYS_move_pages, EPERM) \
    /* Large or young parts of the kernel that nothing judged needs. */ \
    NOBODY(bpf, SYS_bpf, EPERM) \
    NOBODY(perf_event_open, SYS_perf_event_open, EPERM) \
    NOBODY(userfaultfd, SYS_userfaultfd, EPERM) \
    NOBODY(io_uring_setup, 425, EPERM) \
    NOBODY(io_uring_enter, 426, EPERM) \
    NOBODY(io_uring_register, 427, EPERM) \
    NOBODY(fanotify_init, SYS_fanotify_init, EPERM) \
    NOBODY(keyctl, SYS_keyctl, EPERM) \
    NOBODY(add_key, SYS_add_key, EPERM) \
    NOBODY(request_key, SYS_request_key, EPERM) \
    NOBODY(vhangup, SYS_vhangup, EPERM) \
    NOBODY(acct, SYS_acct, EPERM) \
    NOBODY(syslog, SYS_syslog, EPERM) \
    NOBODY(lookup_dcookie, SYS_lookup_dcookie, EPERM) \
    /* System V and POSIX queues, segments and semaphores: they would outlive a run, which has no ipc namespace of its own. */ \
    NOBODY(msgget, SYS_msgget, ENOSYS) \
    NOBODY(semget, SYS_semget, ENOSYS) \
    NOBODY(shmget, SYS_shmget, ENOSYS) \
    NOBODY(mq_open, SYS_mq_open, ENOSYS) \
    NOBODY(mq_unlink, SYS_mq_unlink, ENOSYS) \
    /* The machine. */ \
    NOBODY(kexec_load, SYS_kexec_load, EPERM) \
    NOBODY(init_module, SYS_init_module, EPERM) \
    NOBODY(finit_module, SYS_finit_module, EPERM) \
    NOBODY(delete_module, SYS_delete_module, EPERM) \
    NOBODY(reboot, SYS_reboot, EPERM) \
    NOBODY(settimeofday, SYS_settimeofday, EPERM) \
    NOBODY(clock_settime, SYS_clock_settime, EPERM) \
    NOBODY(clock_adjtime, SYS_clock_adjtime, EPERM) \
    NOBODY(adjtimex, SYS_adjtimex, EPERM) \
    PROGRAM(sethostname, SYS_sethostname, EPERM) \
    NOBODY(setdomainname, SYS_setdomainname, EPERM) \
    NOBODY(kexec_file_load, SYS_kexec_file_load, EPERM) \
    NOBODY(nfsservctl, SYS_nfsservctl, EPERM) \
    DENIED_HERE(NOBODY)

#endif
