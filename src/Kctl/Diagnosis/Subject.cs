using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Diagnosis;

/// <summary>A pod with what the remedies have to know about it.</summary>
/// <param name="Pod">The pod.</param>
/// <param name="Owner">What made it and can be changed in its place, as type/name (deployment/web); null for a pod that stands alone.</param>
/// <param name="Flags">What a command needs to find the namespace: nothing, or " -n shop".</param>
internal sealed record Subject(JsonObject Pod, string? Owner = null, string Flags = "")
{
    public string Name => Pod.Name();

    public JsonObject Spec => Pod.At("spec") as JsonObject ?? [];

    public JsonObject Status => Pod.At("status") as JsonObject ?? [];

    /// <summary>A command about this namespace.</summary>
    public string Command(string words) => $"kctl {words}{Flags}";

    /// <summary>What to change in the pod's specification: by a command where something makes the pods, else in the file it came from.</summary>
    public Remedy Edit(string change, string? command) => Owner is not null
        ? new Remedy(change, command is null ? Command($"edit {Owner}") : Command(command))
        : new Remedy($"{change}, in the file the pod was made from; then make it again", Command($"delete pod {Name}"));
}
