using Kctl.App;
using Kube.Client;

namespace Kctl.Manifests;

/// <summary>Does something with each object of some files; one that fails is reported and the others still get their turn.</summary>
internal static class EachManifest
{
    /// <summary>The exit code. <paramref name="doing"/> stands in messages: <c>error when creating "a.yaml"</c>.</summary>
    public static async Task<int> DoAsync(Session session, IReadOnlyList<Manifest> manifests, string doing, Func<Manifest, Task> action)
    {
        var failed = false;
        foreach (var manifest in manifests)
        {
            string problem;
            try
            {
                await action(manifest);
                continue;
            }
            catch (ApiException e)
            {
                problem = ManifestProblem.Of(manifest, e.Status, doing);
            }
            catch (CommandException e)
            {
                problem = $"error: {e.Message}";
            }

            failed = true;
            await session.Out.FlushAsync(CancellationToken.None);
            await session.Error.WriteLineAsync(problem);
        }

        return failed ? 1 : 0;
    }
}
