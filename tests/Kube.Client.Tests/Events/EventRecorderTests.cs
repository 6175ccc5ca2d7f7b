using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Testing;

namespace Kube.Client.Tests.Events;

public sealed class EventRecorderTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeServer _server = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly EventRecorder _recorder;
    private readonly Task _run;

    public EventRecorderTests()
    {
        _recorder = new EventRecorder(_server.Client(_time), "scheduler", "host", time: _time, random: new Random(1));
        _run = _recorder.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        while (!_run.IsCompleted)
        {
            // The time for last words.
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await _run;
        _stop.Dispose();
    }

    [Fact]
    public async Task Record_Repeat_PatchesTheCountOfTheFirst()
    {
        _recorder.Record(Pods.Named("a", "1"), "Normal", "Started", "it did");
        var create = await _server.NextAsync();
        var first = Read(create);
        Assert.Equal(("/api/v1/namespaces/ns/events", 1, "Started", "scheduler", "host"), (create.Path, first.Count, first.Reason, first.Source!.Component, first.Source.Host));
        Assert.Equal(("Pod", "a", "uid-a"), (first.InvolvedObject!.Kind, first.InvolvedObject.Name, first.InvolvedObject.Uid));
        create.Reply(create.Body);

        _recorder.Record(Pods.Named("a", "2"), "Normal", "Started", "it did");
        var patch = await _server.NextAsync();
        Assert.Equal((HttpMethod.Patch, "/api/v1/namespaces/ns/events/" + first.Metadata!.Name, 2), (patch.Method, patch.Path, Read(patch).Count));
        patch.ReplyError(404, "NotFound");

        var again = await _server.NextAsync();
        Assert.Equal((HttpMethod.Post, 1), (again.Method, Read(again).Count));
        again.Reply(again.Body);
    }

    [Fact]
    public async Task Record_ManyMessagesOfOneReason_BecomeOneEvent()
    {
        var names = new HashSet<string>();
        for (var i = 0; i < 15; i++)
        {
            _recorder.Record(Pods.Named("a", "1"), "Warning", "Failed", $"attempt {i}");
            var request = await _server.NextAsync();
            if (request.Method == HttpMethod.Post)
            {
                names.Add(Read(request).Metadata!.Name!);
            }
            else
            {
                Assert.StartsWith("(combined from similar events): ", Read(request).Message, StringComparison.Ordinal);
            }

            request.Reply(request.Body);
        }

        Assert.Equal(11, names.Count);
    }

    [Fact]
    public async Task Record_MoreAboutOneObjectThanItsBudget_IsNotSent()
    {
        for (var i = 0; i < 25; i++)
        {
            _recorder.Record(Pods.Named("a", "1"), "Normal", "Started", "it did");
            var request = await _server.NextAsync();
            request.Reply(request.Body);
        }

        _recorder.Record(Pods.Named("a", "1"), "Normal", "Started", "it did");
        _recorder.Record(Pods.Named("b", "1"), "Normal", "Started", "it did");
        var other = await _server.NextAsync();
        Assert.Equal("b", Read(other).InvolvedObject!.Name);
        other.Reply(other.Body);
    }

    [Fact]
    public void TrySpend_FiveMinutesAfterTheBudgetIsSpent_AllowsOneMore()
    {
        var (budget, start) = (new EventBudget(), _time.GetUtcNow().UtcDateTime);
        Occurrence At(int minutes) => new(new ObjectReference { Name = "a" }, "Normal", "Started", "it did", start.AddMinutes(minutes));
        Assert.All(Enumerable.Range(0, 25), _ => Assert.True(budget.TrySpend(At(0))));
        Assert.Equal([false, false, true, false], new[] { 0, 4, 5, 5 }.Select(minutes => budget.TrySpend(At(minutes))));
    }

    [Fact]
    public async Task Record_ServerAway_IsTriedAgainAndNeverBlocks()
    {
        _recorder.Record(Pods.Named("a", "1"), "Normal", "Started", "it did");
        (await _server.NextAsync()).Break();
        for (var i = 0; i < 1500; i++)
        {
            _recorder.Record(Pods.Named("b", "1"), "Normal", "Started", "it did");
        }

        Assert.Equal(500, _recorder.Dropped);
        var again = await _server.NextAsync(_time);
        Assert.Equal("a", Read(again).InvolvedObject!.Name);
        again.Reply(again.Body);
    }

    private static Event Read(Exchange request) => ApiJson.Deserialize<Event>(Encoding.UTF8.GetBytes(request.Body));
}
