using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Create;

namespace Kctl.Edit;

/// <summary><c>kctl autoscale</c>: a HorizontalPodAutoscaler for a workload.</summary>
internal static class AutoscaleVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("TYPE NAME | TYPE/NAME", "what to scale");
        var name = Flags.Named("--name", "NAME", "the autoscaler's name, if not that of the object");
        var min = Flags.Number("--min", "no fewer pods than this");
        var max = Flags.Number("--max", "no more pods than this");
        var cpu = Flags.Number("--cpu-percent", "how much of the requested cpu the pods should use on average");
        var objects = new ObjectFlags("autoscale");
        var common = new CreateFlags();
        return new Verb(
            "autoscale", "Creates an autoscaler that sets how many pods a workload has, by the cpu they use.",
            "kctl autoscale deployment web --min=2 --max=10 --cpu-percent=80")
            .With(words, name, min, max, cpu).With(objects.Manifests.All).With(common.All)
            .Does(async (parse, ct) =>
            {
                if (parse.GetValue(max) is not { } most || most < 1)
                {
                    throw new CommandException($"--max=MAXPODS is required and must be at least 1, max: {parse.GetValue(max) ?? -1}");
                }

                if (parse.GetValue(min) is { } least && least > most)
                {
                    throw new CommandException($"--max=MAXPODS must be larger or equal to --min=MINPODS, max: {most}, min: {least}");
                }

                var creator = common.Creator(session, parse);
                foreach (var found in await objects.FindAsync(session, parse, parse.GetValue(words) ?? [], ct))
                {
                    if (!found.Type.Subresources.Contains("scale"))
                    {
                        throw new CommandException($"cannot autoscale a {found.Type.Kind}: {found.Type.Plural} cannot be scaled");
                    }

                    await creator.CreateAsync(Autoscaler(found.Object, parse.GetValue(name), parse.GetValue(min), most, parse.GetValue(cpu)), ct, "autoscaled", "kubectl-autoscale");
                }

                creator.Finish();
            });
    }

    /// <summary>The autoscaler of an object. Pure.</summary>
    internal static JsonObject Autoscaler(JsonObject obj, string? name, int? min, int max, int? cpuPercent)
    {
        var spec = new JsonObject
        {
            ["maxReplicas"] = max,
            ["scaleTargetRef"] = new JsonObject { ["apiVersion"] = obj.Text("apiVersion"), ["kind"] = obj.Text("kind"), ["name"] = obj.Name() },
        };
        if (min is > 0)
        {
            spec["minReplicas"] = min;
        }

        if (cpuPercent is >= 0)
        {
            var target = new JsonObject { ["averageUtilization"] = cpuPercent, ["type"] = "Utilization" };
            spec["metrics"] = new JsonArray(new JsonObject { ["resource"] = new JsonObject { ["name"] = "cpu", ["target"] = target }, ["type"] = "Resource" });
        }

        return new JsonObject
        {
            ["apiVersion"] = "autoscaling/v2",
            ["kind"] = "HorizontalPodAutoscaler",
            ["metadata"] = new JsonObject { ["name"] = name ?? obj.Name() },
            ["spec"] = spec,
        };
    }
}
