using System.Text.RegularExpressions;
using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>Every command in a <c>sh</c> block of the documents runs, in order, as a reader would type it, and succeeds.</summary>
public sealed partial class DocumentTests(Cluster cluster)
{
    // Bringing the cluster up and down and running the tests is what this test stands in.
    private static readonly string[] s_ownedByTheTests = ["./hack/up", "./hack/down", "./hack/test", "git clone", "cd "];

    public static TheoryData<string> Documents => [.. Directory.GetFiles(Repository.Root, "*.md").Concat(
        Directory.Exists(Path.Combine(Repository.Root, "docs")) ? Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md") : [])
        .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Document_EveryCommand_Works(string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, document));
        var commands = Blocks().Matches(text).SelectMany(m => m.Groups[1].Value.Split('\n')).Select(WithoutComment)
            .Where(c => c.Length > 0 && !s_ownedByTheTests.Any(own => c.StartsWith(own, StringComparison.Ordinal))).ToList();
        try
        {
            await RunAsync(document, commands);
        }
        finally
        {
            // A page that broke off halfway still puts away the clusters of its own that it started, and leaves the others theirs.
            foreach (var ending in commands.Where(c => c.StartsWith("kctl down ", StringComparison.Ordinal) && c.Contains("--data", StringComparison.Ordinal)))
            {
                await cluster.Shell.TryAsync(ending);
            }
        }
    }

    private async Task RunAsync(string document, IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            var follows = Follows().IsMatch(command);
            var result = await cluster.Shell.TryAsync(follows ? $"timeout -s INT 2 {command}" : command);
            Assert.True(result.ExitCode == 0 || (follows && result.ExitCode is 124 or 130), $"{document}: {result}");
        }
    }

    private static string WithoutComment(string line) => Comment().Replace(line, "").Trim();

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s(-w|-f|--watch|--follow)(\s|$)(?!\S*(ya?ml|json))")]
    private static partial Regex Follows();
}
