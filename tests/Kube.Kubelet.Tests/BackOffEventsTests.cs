using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Tests;

/// <summary>What people are told about containers that crash again and again.</summary>
public sealed class BackOffEventsTests
{
    [Fact]
    public void Tell_StartPutOff_IsRecordedOnceForEachTime()
    {
        var recorded = new Recorded();
        var events = new BackOffEvents(recorded);
        var pod = new Seen().Pod;
        var plan = new Seen().Sandbox().Exited("main", 1).BackOff("main", TimeSpan.FromSeconds(20)).Plan();
        events.Tell(pod, plan.Waiting);
        events.Tell(pod, plan.Waiting);
        Assert.Equal([$"main Warning BackOff: Back-off restarting failed container main in pod web_default({pod.Metadata!.Uid})"], recorded.Lines);

        events.Tell(pod, new Seen().Sandbox().Exited("main", 1, attempt: 1).BackOff("main", TimeSpan.FromSeconds(40)).Plan().Waiting);
        Assert.Equal(2, recorded.Lines.Count);
    }

    [Fact]
    public void Tell_WaitingForSomethingElse_IsNotRecorded()
    {
        var recorded = new Recorded();
        new BackOffEvents(recorded).Tell(new Seen().Pod, new Dictionary<string, Hold> { ["main"] = new("ErrImagePull", "no", Seen.Now) });
        Assert.Empty(recorded.Lines);
    }

    private sealed class Recorded : IPodEvents
    {
        public List<string> Lines { get; } = [];

        public void Record(Pod pod, string? container, string type, string reason, string message) => Lines.Add($"{container} {type} {reason}: {message}");
    }
}
