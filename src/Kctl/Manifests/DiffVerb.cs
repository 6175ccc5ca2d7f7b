using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Manifests;

/// <summary><c>kctl diff</c>: what apply would change.</summary>
internal static class DiffVerb
{
    /// <summary>The exit code of a diff that could not be made; 1 says that there are differences.</summary>
    private const int Failed = 2;

    public static Command Create(Session session)
    {
        var manifests = new ManifestFlags();
        var serverSide = Flags.Switch("--server-side", "compare with what server-side apply would make of it");
        var conflicts = Flags.Switch("--force-conflicts", "server-side: as if fields were taken over from other managers");
        var manager = Flags.Named("--field-manager", "NAME", "who would apply");
        var managed = Flags.Switch("--show-managed-fields", "compare metadata.managedFields too");
        var selector = Flags.Selector();
        var prune = new PruneFlags();
        return new Verb(
            "diff", "Shows what apply would change: a diff of the objects as they are and as they would be. Exit code 0: nothing, 1: something, more: an error.",
            "kctl diff -f web.yaml", "cat web.yaml | kctl diff -f -", "KUBECTL_EXTERNAL_DIFF='diff -u --color=always -N' kctl diff -f web.yaml")
            .With(manifests.All).With(serverSide, conflicts, manager, managed, selector, prune.Prune, prune.AllowList)
            .Does(async (parse, ct) =>
            {
                try
                {
                    var diff = new DiffCommand(session)
                    {
                        ServerSide = parse.GetValue(serverSide),
                        ForceConflicts = parse.GetValue(conflicts),
                        Manager = parse.GetValue(manager),
                        ManagedFields = parse.GetValue(managed),
                    };
                    var objects = ManifestReader.Select(manifests.Read(session, parse, "compare"), parse.GetValue(selector));
                    var pruner = parse.GetValue(prune.Prune) ? prune.Pruner(session, parse, parse.GetValue(selector), DryRun.Client) : null;
                    return await diff.RunAsync(objects, pruner, ct);
                }
                catch (Exception e) when (e is not (ExitException or OperationCanceledException))
                {
                    await session.Error.WriteLineAsync(ErrorText.Of(e, session));
                    return Failed;
                }
            });
    }
}
