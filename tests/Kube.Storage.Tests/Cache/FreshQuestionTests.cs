using System.Threading.Channels;
using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

public class FreshQuestionTests
{
    [Fact]
    public async Task Ask_WhileAQuestionIsUnderWay_SharesTheNextOne()
    {
        var questions = Channel.CreateUnbounded<TaskCompletionSource<long>>();
        var question = new FreshQuestion(_ =>
        {
            var asked = new TaskCompletionSource<long>();
            questions.Writer.TryWrite(asked);
            return asked.Task;
        }, _ => Task.CompletedTask);
        var first = question.AskAsync();
        var underWay = await questions.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var (second, third) = (question.AskAsync(), question.AskAsync());
        Assert.False(questions.Reader.TryRead(out _));
        underWay.SetResult(1);
        Assert.Equal(1, await first);
        var next = await questions.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        next.SetResult(2);
        Assert.Equal((2, 2), (await second, await third));
        _ = question.AskAsync();
        await questions.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(questions.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Ask_TheStoreFails_TheReadersFailAndTheNextAsksAgain()
    {
        var calls = 0;
        var question = new FreshQuestion(_ => ++calls == 1 ? Task.FromException<long>(new InvalidOperationException("down")) : Task.FromResult(7L), _ => Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidOperationException>(question.AskAsync);
        Assert.Equal(7, await question.AskAsync());
    }

    [Fact]
    public async Task Ask_TheAnswerIsNotReachedYet_TheReadersWaitAndTheNextIsAsked()
    {
        var (reached, asked, calls) = (new TaskCompletionSource(), new TaskCompletionSource(), 0L);
        var question = new FreshQuestion(_ => Task.FromResult(++calls), revision =>
        {
            asked.TrySetResult();
            return revision == 1 ? reached.Task : Task.CompletedTask;
        });
        var first = question.AskAsync();
        await asked.Task;
        Assert.Equal(2, await question.AskAsync());
        Assert.False(first.IsCompleted);
        reached.SetResult();
        Assert.Equal(1, await first);
    }
}
