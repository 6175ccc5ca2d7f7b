using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Diagnosis;

/// <summary>What a component's lease says of it. Pure.</summary>
internal static class LeaseText
{
    private const int DefaultSeconds = 15;

    /// <summary>Whether somebody leads and has said so lately.</summary>
    public static bool IsHeld(JsonObject? lease, DateTimeOffset now) =>
        lease.Text("spec", "holderIdentity") is { Length: > 0 } && lease.Time("spec", "renewTime") is { } renewed
        && now - renewed <= TimeSpan.FromSeconds(2 * (lease.Number("spec", "leaseDurationSeconds") ?? DefaultSeconds));

    /// <summary>Who leads, and since when nothing was heard of him.</summary>
    public static string Of(string component, JsonObject? lease, DateTimeOffset now) =>
        (lease.Text("spec", "holderIdentity"), lease.Time("spec", "renewTime")) is ({ Length: > 0 } holder, { } renewed)
            ? $"the lease of {component} is held by {holder}, renewed {Durations.Age(now - renewed)} ago{(IsHeld(lease, now) ? "" : ": it has stopped")}"
            : $"nobody holds the lease of {component}";
}
