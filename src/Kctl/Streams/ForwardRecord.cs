using System.Text.Json;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Printing;
using Kube.Machinery.Json;

namespace Kctl.Streams;

/// <summary>What is written down about a forwarding in the background.</summary>
/// <param name="Name">The name it is stopped by.</param>
/// <param name="Process">Its process.</param>
/// <param name="Start">When that started, so that another of the same number is not taken for it.</param>
/// <param name="Namespace">Namespace of the target.</param>
/// <param name="Target">What the user named.</param>
/// <param name="Ports">What is listened on, and the ports in the pod.</param>
internal sealed record ForwardRecord(string Name, int Process, long Start, string Namespace, string Target, IReadOnlyList<string> Ports)
{
    /// <summary>Whether its process still runs.</summary>
    public bool IsAlive => NativeProcess.StartOf(Process) == Start;

    public void Write(string file) => File.WriteAllBytes(file, JsonText.Utf8(new JsonObject
    {
        ["name"] = Name,
        ["process"] = Process,
        ["start"] = Start,
        ["namespace"] = Namespace,
        ["target"] = Target,
        ["ports"] = new JsonArray([.. Ports.Select(p => (JsonNode)p)]),
    }));

    /// <summary>Null where the file is none of ours.</summary>
    public static ForwardRecord? Read(string file)
    {
        try
        {
            var json = JsonTree.ParseObject(File.ReadAllBytes(file));
            return new ForwardRecord(
                json.Text("name") ?? "", (int)(json.Number("process") ?? 0), json.Number("start") ?? 0, json.Text("namespace") ?? "", json.Text("target") ?? "", json.Texts("ports"));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
