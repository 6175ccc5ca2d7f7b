namespace Kube.Integration.Tests.Streams;

/// <summary>cp by kctl and by kubectl, both ways.</summary>
public sealed class CopyTests
{
    [Theory]
    [InlineData("$KCTL")]
    [InlineData("$KUBECTL")]
    public async Task Copy_FilesAndFolders_BothWays(string tool)
    {
        await using var cluster = await StreamCluster.StartAsync();
        await cluster.RunAsync($$"""
            set -e
            mkdir -p here/site/deep/er && echo one > here/site/one && head -c 2000000 /dev/urandom > here/site/deep/er/big && printf 'echo run' > here/site/run && chmod 755 here/site/run
            {{tool}} cp here/site web:{{cluster.Container}}/copy -c front
            diff -r here/site there/copy
            {{tool}} cp here/site/one web:{{cluster.Container}}/copy/deep -c front
            diff here/site/one there/copy/deep/one && rm there/copy/deep/one
            {{tool}} cp default/web:{{cluster.Container}}/copy here/back -c front
            diff -r here/site here/back
            {{tool}} cp web:{{cluster.Container}}/copy/one here/single -c front
            diff here/site/one here/single
            """);
    }

    [Fact]
    public async Task Copy_CannotBe_SaysWhy()
    {
        await using var cluster = await StreamCluster.StartAsync();
        foreach (var (words, message) in new[]
        {
            ("a b", "one of src or dest must be a remote file specification"),
            ("web:a web:b", "one of src or dest must be a local file specification"),
            ("web: b", "filepath can not be empty"),
            ("a/b/c:d e", "filespec must match the canonical format: [[namespace/]pod:]file/path"),
            ("here/none web:/tmp -c front", "here/none doesn't exist in local filesystem"),
            ("none:/a b", "pods \"none\" not found"),
            ("web:/no/such/file here/x -c front", "command terminated with exit code 2"),
        })
        {
            var result = await cluster.TryAsync($"$KCTL cp {words}");
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Copy_FileIntoFolderAndLink_GoesThereAndIsLeftOut()
    {
        await using var cluster = await StreamCluster.StartAsync();
        var result = await cluster.RunAsync($$"""
            set -e
            mkdir -p there/x && echo data > there/x/file && ln -s /etc/passwd there/x/link
            $KCTL cp web:{{cluster.Container}}/x/file here -c front && cat here/file
            $KCTL cp web:{{cluster.Container}}/x here/x -c front && ls here/x
            """);
        Assert.Equal("data\nfile\n", result.Output);
        Assert.Contains("warning: skipping symlink: ", result.Error, StringComparison.Ordinal);
    }
}
