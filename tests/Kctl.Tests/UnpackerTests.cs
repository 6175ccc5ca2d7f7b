using System.Formats.Tar;
using Kctl.Streams;

namespace Kctl.Tests;

/// <summary>What a container sends is not believed.</summary>
public sealed class UnpackerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kctl-unpack-");
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Unpack_NameLeadsOutside_IsSkipped()
    {
        var destination = Path.Combine(_folder.FullName, "in");
        await UnpackAsync(destination, "/srv/a", ("srv/a/good", "1"), ("srv/a/../../../evil", "2"), ("srv/a/b/../c", "3"));
        Assert.Equal(["c", "good"], Directory.EnumerateFileSystemEntries(destination).Select(f => Path.GetFileName(f)!).Order());
        Assert.False(Path.Exists(Path.Combine(_folder.FullName, "..", "evil")));
        Assert.Contains("is outside target destination, skipping", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpack_OtherNamesThanAskedFor_IsNoTarOfOurs() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync(Path.Combine(_folder.FullName, "in"), "/srv/a", ("srv/b", "1")));

    [Fact]
    public async Task Unpack_Links_AreLeftOut()
    {
        using var tar = new MemoryStream();
        await using (var writer = new TarWriter(tar, TarEntryFormat.Gnu, leaveOpen: true))
        {
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, "d/link") { LinkName = "/etc" }, TestContext.Current.CancellationToken);
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.HardLink, "d/hard") { LinkName = "/etc/passwd" }, TestContext.Current.CancellationToken);
        }

        tar.Position = 0;
        await new Unpacker(Path.Combine(_folder.FullName, "in"), true, _warnings.Add).UnpackAsync("d", tar, TestContext.Current.CancellationToken);
        Assert.Equal(2, _warnings.Count);
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "in")));
    }

    [Theory]
    [InlineData("web:/a/b", null, "web", "/a/b")]
    [InlineData("ns/web:a", "ns", "web", "a")]
    [InlineData("/tmp/a:b", null, null, "/tmp/a:b")]
    [InlineData("./a:b", null, null, "./a:b")]
    [InlineData("plain", null, null, "plain")]
    public void FileSpec_Parse_TellsPodsFromPaths(string text, string? ns, string? pod, string path) => Assert.Equal(new FileSpec(ns, pod, path), FileSpec.Parse(text));

    private async Task UnpackAsync(string destination, string source, params (string Name, string Text)[] files)
    {
        using var tar = new MemoryStream();
        await using (var writer = new TarWriter(tar, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var data = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
                await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = data }, TestContext.Current.CancellationToken);
            }
        }

        tar.Position = 0;
        await new Unpacker(destination, true, _warnings.Add).UnpackAsync(source, tar, TestContext.Current.CancellationToken);
    }
}
