using System.Buffers;
using Kube.Client.Streaming;

namespace Kube.Client.Tests.Streaming;

public sealed class SpdyHeaderTests
{
    // Two blocks of one connection as zlib compresses them with SPDY/3's dictionary; the second looks back into the first.
    private const string First = "78f9e3c6a7c202253a703a2b294a4dcc851625aca9a0808614cb45e01c6061606100a4398b20d198094ade8c0600000000ffff";
    private const string Second = "c2aa19540e2512d60b000000ffff";

    [Fact]
    public void Dictionary_Checksum_IsTheOneOfSpdy3()
    {
        Assert.Equal(1423, SpdyDictionary.Bytes.Length);
        Assert.Equal(0xE3C6A7C2, SpdyDictionary.Checksum);
    }

    [Fact]
    public void Read_BlocksCompressedByZlib_GivesTheirHeaders()
    {
        using var reader = new SpdyHeaderReader();
        Assert.Equal(Headers("error"), reader.Read(Bytes(First)));
        Assert.Equal(Headers("data"), reader.Read(Bytes(Second)));
    }

    [Fact]
    public void Write_ManyBlocks_AreReadBack()
    {
        var writer = new SpdyHeaderWriter();
        using var reader = new SpdyHeaderReader();
        foreach (var headers in new[] { Headers("error"), [], Headers("data"), new() { ["Long-Name"] = new string('x', 20_000) } })
        {
            var read = reader.Read(new ReadOnlySequence<byte>(writer.Write(headers)));
            Assert.Equal(headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value), read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("78f9")]
    [InlineData("78f9000000000000")]
    [InlineData("7801ffffffffffffff")]
    public void Read_Garbage_IsInvalidData(string hex)
    {
        using var reader = new SpdyHeaderReader();
        Assert.Throws<InvalidDataException>(() => reader.Read(Bytes(hex)));
    }

    private static Dictionary<string, string> Headers(string type) => new() { ["streamtype"] = type, ["port"] = "8080", ["requestid"] = "0" };

    private static ReadOnlySequence<byte> Bytes(string hex) => new(Convert.FromHexString(hex));
}
