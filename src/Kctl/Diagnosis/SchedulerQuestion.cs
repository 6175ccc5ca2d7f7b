using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Api;
using Kube.Api.Scheduling;
using Kube.Client;

namespace Kctl.Diagnosis;

/// <summary>What came of asking a scheduler.</summary>
/// <param name="Decision">Its record; null when there was no answer.</param>
/// <param name="Raw">The same as it came.</param>
/// <param name="Problem">Why there was none.</param>
internal sealed record SchedulerAnswer(SchedulingDecision? Decision, JsonObject? Raw, Finding? Problem);

/// <summary>Asks the scheduler of a pod for its record of the pod, see <see cref="DecisionAnnotation"/>, and leaves nothing behind on the pod.</summary>
internal sealed class SchedulerQuestion(Session session)
{
    private const string MergePatch = "application/merge-patch+json";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(15);

    public async Task<SchedulerAnswer> AskAsync(JsonObject pod, CancellationToken ct)
    {
        var path = $"/api/v1/namespaces/{Uri.EscapeDataString(pod.Namespace() ?? "")}/pods/{Uri.EscapeDataString(pod.Name())}";
        var scheduler = pod.Text("spec", "schedulerName") ?? "default-scheduler";
        try
        {
            var nonce = session.Terminal.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            await PatchAsync(path, nonce, ct);
            if (await WaitAsync(path, ct) is { } text)
            {
                await PatchAsync(path, null, ct);
                return new SchedulerAnswer(ApiJson.Deserialize<SchedulingDecision>(Encoding.UTF8.GetBytes(text)), JsonNode.Parse(text) as JsonObject, null);
            }

            await PatchAsync(path, null, ct);
            return new SchedulerAnswer(null, null, await SilenceAsync(scheduler, ct));
        }
        catch (ApiException e) when (e.Code == 403)
        {
            return new SchedulerAnswer(null, null, new Finding("the scheduler was not asked: the question is a note on the pod, and you may not change pods")
            {
                Details = [e.Message],
                Remedies = [new Remedy("ask somebody who may edit this namespace", $"kctl why pod/{pod.Name()} -n {pod.Namespace()}")],
            });
        }
    }

    private async Task<string?> WaitAsync(string path, CancellationToken ct)
    {
        var time = session.Terminal.Time;
        var begin = time.GetTimestamp();
        for (var pause = s_look; time.GetElapsedTime(begin) < s_patience; pause *= 1.3)
        {
            await Task.Delay(pause, time, ct);
            if ((await session.Api.GetAsync(path, ct)).Text("metadata", "annotations", DecisionAnnotation.Answer) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private Task PatchAsync(string path, string? question, CancellationToken ct)
    {
        var annotations = new JsonObject { [DecisionAnnotation.Question] = question, [DecisionAnnotation.Answer] = null };
        return session.Api.SendAsync(HttpMethod.Patch, path, new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = annotations } }, MergePatch, ct);
    }

    /// <summary>Why a scheduler may be silent: who leads, and since when nothing was heard of him.</summary>
    private async Task<Finding> SilenceAsync(string scheduler, CancellationToken ct)
    {
        var lease = await session.Api.FindAsync("/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-scheduler", ct);
        var said = $"scheduler {scheduler} did not answer within {s_patience.TotalSeconds:0} seconds";
        var heard = LeaseText.Of("kube-scheduler", lease, session.Terminal.Time.GetUtcNow());
        return new Finding(said)
        {
            Details = [heard, "a scheduler of another make keeps no record to ask for"],
            Remedies = [new Remedy("see whether it runs", "kctl get leases -n kube-system")],
        };
    }
}
