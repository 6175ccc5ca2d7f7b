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
        foreach (var command in Blocks().Matches(text).SelectMany(m => m.Groups[1].Value.Split('\n')).Select(WithoutComment).Where(c => c.Length > 0))
        {
            if (s_ownedByTheTests.Any(own => command.StartsWith(own, StringComparison.Ordinal)))
            {
                continue;
            }

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

    [GeneratedRegex(@"\s(-w|-f|--watch|--follow)(\s|$)(?!\S*(yaml|json))")]
    private static partial Regex Follows();
}
