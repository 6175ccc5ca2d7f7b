using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>What is allowed in a pod but most likely not meant.</summary>
internal static class PodWarnings
{
    public static IReadOnlyList<string> Of(PodSpec? spec, FieldPath path)
    {
        var warnings = new List<string>();
        AddHiddenVariables(spec?.InitContainers ?? [], path.Child("initContainers"), warnings);
        AddHiddenVariables(spec?.Containers ?? [], path.Child("containers"), warnings);
        return warnings;
    }

    private static void AddHiddenVariables(List<Container> containers, FieldPath path, List<string> warnings)
    {
        for (var i = 0; i < containers.Count; i++)
        {
            var names = new HashSet<string>();
            for (var j = 0; j < (containers[i].Env?.Count ?? 0); j++)
            {
                var name = containers[i].Env![j].Name ?? "";
                if (!names.Add(name))
                {
                    warnings.Add($"{path.Index(i).Child("env").Index(j)}: hides previous definition of \"{name}\", which may be dropped when using apply");
                }
            }
        }
    }
}
