using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kube.Kubelet.Runtime;

/// <summary>
/// Makes sockets that live in another process's network. A socket stays in the namespace it was made in, so one thread goes there, makes it, and ends;
/// connecting and all that follows needs no thread of its own.
/// </summary>
internal static class NetworkNamespace
{
    /// <summary>A TCP socket in the network of a process.</summary>
    public static Task<Socket> CreateSocketAsync(int pid, AddressFamily family)
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Not a thread of the pool: it must never run anything else after this.
        var thread = new Thread(() => Create(pid, family, made)) { IsBackground = true, Name = "network namespace" };
        thread.Start();
        return made.Task;
    }

    private static void Create(int pid, AddressFamily family, TaskCompletionSource<Socket> made)
    {
        try
        {
            using var handle = File.OpenHandle($"/proc/{pid}/ns/net");
            Enter(handle);
            made.SetResult(new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        }
#pragma warning disable CA1031 // Passed on to who waits for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            made.SetException(new RuntimeException($"cannot enter the network of process {pid}: {e.Message}", RuntimeFailure.Other, e));
        }
    }

    private static void Enter(SafeFileHandle handle)
    {
        if (NativeMethods.EnterNamespace(handle, NativeMethods.NewNetwork) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    private static class NativeMethods
    {
        public const int NewNetwork = 0x40000000;

        [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int EnterNamespace(SafeFileHandle handle, int type);
    }
}
