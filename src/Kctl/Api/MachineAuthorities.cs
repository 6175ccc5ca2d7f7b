using System.Runtime.InteropServices;
using Kctl.App;

namespace Kctl.Api;

/// <summary>
/// The certificate authorities of this machine, some 150 files. The runtime reads them all to complete the chain of our own client certificate, though
/// the server is judged by the kubeconfig's authority alone; that would be a fifth of the time of a short command.
/// </summary>
internal static class MachineAuthorities
{
    private const string Nothing = "/dev/null";
    private static readonly string[] s_places = ["SSL_CERT_DIR", "SSL_CERT_FILE"];

    /// <summary>
    /// Makes something of certificates without them. The runtime looks for their place once and keeps what it found, so none are read afterwards either;
    /// programs this one starts find them as ever.
    /// </summary>
    public static T Unread<T>(Terminal terminal, Func<T> make)
    {
        var chosen = s_places.ToDictionary(place => place, terminal.Environment);
        foreach (var place in s_places)
        {
            _ = NativeMethods.SetVariable(place, Nothing, 1);
        }

        try
        {
            return make();
        }
        finally
        {
            foreach (var place in s_places)
            {
                _ = chosen[place] is { } path ? NativeMethods.SetVariable(place, path, 1) : NativeMethods.UnsetVariable(place);
            }
        }
    }

    /// <summary>The environment as libssl sees it: the runtime's own is a copy.</summary>
    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "setenv")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int SetVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

        [DllImport("libc", EntryPoint = "unsetenv")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int UnsetVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
    }
}
