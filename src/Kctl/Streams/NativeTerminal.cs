using System.Runtime.InteropServices;

namespace Kctl.Streams;

/// <summary>The terminal as the C library sees it.</summary>
internal static class NativeTerminal
{
    /// <summary>Room for the largest of the systems' termios structures, whose inside is the library's own business.</summary>
    private const int SettingsSize = 256;
    private const int Input = 0;
    private const nuint LinuxWindowSize = 0x5413;
    private const nuint MacWindowSize = 0x40087468;

    /// <summary>True where standard input is a terminal.</summary>
    public static bool IsInputTerminal => IsTerminal(Input) == 1;

    /// <summary>The terminal's present settings; null where there is none.</summary>
    public static byte[]? Settings()
    {
        var settings = new byte[SettingsSize];
        return GetSettings(Input, settings) == 0 ? settings : null;
    }

    /// <summary>Takes keys as they come, unprinted and unchanged, from now on.</summary>
    public static void MakeRaw(byte[] settings)
    {
        var raw = (byte[])settings.Clone();
        MakeRawSettings(raw);
        Apply(raw);
    }

    public static void Apply(byte[] settings) => _ = SetSettings(Input, 0, settings);

    /// <summary>Columns and lines; null where they cannot be told.</summary>
    public static (int Width, int Height)? Size()
    {
        var size = new ushort[4];
        return GetWindowSize(Input, OperatingSystem.IsMacOS() ? MacWindowSize : LinuxWindowSize, size) == 0 && size[0] > 0 && size[1] > 0 ? (size[1], size[0]) : null;
    }

    [DllImport("libc", EntryPoint = "isatty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int IsTerminal(int descriptor);

    [DllImport("libc", EntryPoint = "tcgetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetSettings(int descriptor, byte[] settings);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSettings(int descriptor, int when, byte[] settings);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void MakeRawSettings(byte[] settings);

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetWindowSize(int descriptor, nuint request, [Out] ushort[] size);
}
