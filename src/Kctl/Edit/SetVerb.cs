using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Manifests;

namespace Kctl.Edit;

/// <summary><c>kctl set image</c>.</summary>
internal static class SetVerb
{
    public static Command Create(Session session) => new Verb("set", "Changes one thing of an object.", "kctl set image deployment/web web=kube.local/echo:2").With(Image(session));

    private static Verb Image(Session session)
    {
        var words = Flags.Words("TYPE/NAME... CONTAINER=IMAGE...", "objects, then the image of each container; * stands for all containers");
        var (selector, dryRun, output) = (Flags.Selector(), Flags.DryRun(), Flags.Output());
        var all = Flags.Switch("--all", "every object of the kind, in the namespace");
        return new Verb("image", "Changes the images of containers.", "kctl set image deployment/web web=kube.local/echo:2", "kctl set image deployment web '*=kube.local/echo:2'")
            .With(words, selector, all, dryRun, output)
            .Does(async (parse, ct) =>
            {
                var all = parse.GetValue(words) ?? [];
                var objects = all.TakeWhile(w => !w.Contains('=')).ToList();
                var images = ContainerImages.Parse(all.Skip(objects.Count));
                var dry = DryRuns.Parse(parse.GetValue(dryRun));
                var report = new Report(session, parse.GetValue(output), dry);
                foreach (var target in await Target.ParseAsync(objects, session, "set image", ct))
                {
                    foreach (var obj in await target.ReadAsync(session, target.NamespaceIn(session), parse.GetValue(selector), null, ct))
                    {
                        if (images.PatchFor(obj) is not { } patch)
                        {
                            continue;
                        }

                        var path = QueryText.With(target.Type.ObjectPath(obj.Namespace(), obj.Name()), ("fieldManager", "kubectl-set"), ("dryRun", dry.Query()));
                        var changed = dry == DryRun.Client ? obj : await session.Api.SendAsync(HttpMethod.Patch, path, patch, ApplyPlan.Strategic, ct);
                        report.Done(changed, "image updated");
                    }
                }

                report.Finish();
            });
    }
}
